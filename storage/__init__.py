"""What is remembered: SQL, migrations, one module a subject."""

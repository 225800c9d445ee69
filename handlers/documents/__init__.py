"""Documents as files: DOCX by docxtpl, PDF by typst, both from the same facts."""

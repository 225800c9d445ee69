"""Understanding how officials write: names, dates and questions in Ukrainian and English."""

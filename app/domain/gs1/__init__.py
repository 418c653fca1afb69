"""GS1 data: its identifiers, what each may hold, and the forms in which it is written."""

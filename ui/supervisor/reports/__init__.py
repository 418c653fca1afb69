"""The page on which a supervisor reads reports: figures, charts, files."""

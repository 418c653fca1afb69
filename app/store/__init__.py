"""SQLAlchemy: the station file and the centre's tables, with their migrations."""

"""Scales: bytes become readings, and a reading that is stable and confirmed becomes a Weight."""

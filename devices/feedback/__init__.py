"""What makes a scanner in the hand sound, and locks its trigger: pure codecs, one a maker."""

"""Ways to tell somebody who is not in the house: mail, and calls of other programs."""

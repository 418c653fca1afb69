"""What things weigh, and what a scale under the box tells."""

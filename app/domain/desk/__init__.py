"""What a person may decide about an exception, and the facts that a decision makes."""

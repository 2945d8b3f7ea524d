"""What a member of the team does with concerns: taking, reacting, talking, passing on, ending."""

"""Help that anybody finds at any time: the numbers to call, and the pages about the service."""

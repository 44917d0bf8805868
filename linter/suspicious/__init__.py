"""6xx, what is allowed and is probably not meant."""

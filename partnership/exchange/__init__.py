"""The exchange format: the whole registry as one documented JSON file, in and out."""

"""Evidence in: files that people write → what the interpreter reckons with. ``read.read_evidence`` is the door."""

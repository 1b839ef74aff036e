"""How articles come: one module per format, each turning a file into records and rejections."""

"""Files of other programs become orders and master data; every row is answered for."""

"""Scanners, scales and printers: bytes in, values out; imports only `app.device_api` of the app."""

"""The gate: no page leaves that fetches or runs what is not ours."""

"""horovod: one worker."""

"""Summary writers write nothing."""


class FileWriter(object):

    def __init__(self,
                 logdir,
                 graph=None,
                 max_queue=10,
                 flush_secs=120,
                 graph_def=None,
                 filename_suffix=None,
                 session=None):
        self._logdir = logdir

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        return None

    def get_logdir(self):
        return self._logdir

    def add_summary(self, summary, global_step=None):
        pass

    def add_graph(self, graph, global_step=None, graph_def=None):
        pass

    def add_event(self, event):
        pass

    def add_meta_graph(self, meta_graph_def, global_step=None):
        pass

    def add_run_metadata(self, run_metadata, tag, global_step=None):
        pass

    def add_session_log(self, session_log, global_step=None):
        pass

    def flush(self):
        pass

    def close(self):
        pass

    def reopen(self):
        pass


SummaryWriter = FileWriter

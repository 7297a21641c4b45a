"""How an estimator runs; of one process."""
import copy


class RunConfig(object):

    def __init__(self, model_dir=None, tf_random_seed=None, save_summary_steps=100, save_checkpoints_steps=None,
                 save_checkpoints_secs=None, session_config=None, keep_checkpoint_max=5, keep_checkpoint_every_n_hours=10000,
                 log_step_count_steps=100, train_distribute=None, device_fn=None, protocol=None, eval_distribute=None,
                 experimental_distribute=None, experimental_max_worker_delay_secs=None, session_creation_timeout_secs=7200):
        if save_checkpoints_steps is not None and save_checkpoints_secs is not None:
            raise ValueError("`save_checkpoints_steps` and `save_checkpoints_secs` cannot be both set.")
        if save_checkpoints_steps is None and save_checkpoints_secs is None:
            save_checkpoints_secs = 600
        self.model_dir = model_dir
        self.tf_random_seed = tf_random_seed
        self.save_summary_steps, self.log_step_count_steps = save_summary_steps, log_step_count_steps
        self.save_checkpoints_steps, self.save_checkpoints_secs = save_checkpoints_steps, save_checkpoints_secs
        self.session_config, self.device_fn, self.protocol = session_config, device_fn, protocol
        self.keep_checkpoint_max = keep_checkpoint_max
        self.keep_checkpoint_every_n_hours = keep_checkpoint_every_n_hours
        self.train_distribute, self.eval_distribute = train_distribute, eval_distribute
        self.session_creation_timeout_secs = session_creation_timeout_secs
        self.task_type, self.task_id, self.global_id_in_cluster = "worker", 0, 0
        self.cluster_spec, self.service = {}, None
        self.master = self.evaluation_master = ""
        self.is_chief = True
        self.num_ps_replicas, self.num_worker_replicas = 0, 1

    def replace(self, **kwargs):
        result = copy.copy(self)
        for name, value in kwargs.items():
            if not hasattr(self, name):
                raise ValueError("Replacing %s is not supported." % name)
            setattr(result, name, value)
        return result

"""Exceptions of TensorFlow."""


class OpError(Exception):

    def __init__(self, node_def=None, op=None, message="", error_code=2):
        Exception.__init__(self, message)
        self.node_def = node_def
        self.op = op
        self.message = message
        self.error_code = error_code

    def __str__(self):
        return str(self.message)


class CancelledError(OpError): pass
class UnknownError(OpError): pass
class InvalidArgumentError(OpError): pass
class DeadlineExceededError(OpError): pass
class NotFoundError(OpError): pass
class AlreadyExistsError(OpError): pass
class PermissionDeniedError(OpError): pass
class UnauthenticatedError(OpError): pass
class ResourceExhaustedError(OpError): pass
class FailedPreconditionError(OpError): pass
class AbortedError(OpError): pass
class OutOfRangeError(OpError): pass
class UnimplementedError(OpError): pass
class InternalError(OpError): pass
class UnavailableError(OpError): pass
class DataLossError(OpError): pass


class OperatorNotAllowedInGraphError(TypeError):
    pass

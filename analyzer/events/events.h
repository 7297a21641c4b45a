// What the evaluation reports. Rules read nothing else. One log holds the events of one path of one root, in order.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "analyzer/events/call_stack.h"
#include "analyzer/source/span.h"
#include "analyzer/tensorflow/shape.h"

namespace tfscope {

/// The place of one argument in the call that an event belongs to.
struct ArgumentSpan {
  std::string keyword;  ///< empty for a positional argument
  Span span;
};

/// Where in the user's code an event happened: the innermost call expression outside library models.
struct Site {
  Span call;
  std::vector<ArgumentSpan> arguments;  ///< in source order
  CallStackId stack = kNoCallStack;     ///< calls that lead to `call`, without `call` itself
  std::string function;                 ///< function that contains `call`; `<module>` at the top level

  /// The span of the argument given by this keyword, else by this position, else of the whole call.
  Span ArgumentOr(std::string_view keyword, size_t position) const;
};

/// How sure it is that the event happens when the program runs.
enum class Certainty : uint8_t {
  kMust,      ///< on a path the program can take
  kPossible,  ///< depends on what is not known (an isolated root's caller, a partly known name)
};

/// Index of a graph in order of creation; the initial default graph is 0.
using GraphId = uint32_t;
/// Index of a variable in order of creation over all graphs of a path.
using VariableId = uint32_t;
inline constexpr VariableId kNoVariable = UINT32_MAX;

/// A variable was created.
struct VariableMade {
  VariableId variable;
  GraphId graph;
  std::string name;            ///< op name, the checkpoint key
  std::string key;             ///< key in the variable store; empty for a variable outside it
  std::string requested_name;  ///< the name the code asked for with its prefix, before it was made unique
  std::string given_name;      ///< the name the code passed, or the default one, without any prefix
  bool explicit_name;          ///< the code gave a name
  bool taken_by_scope_only;    ///< if renamed: the name belonged to a scope or another op, not to a variable
  VariableId taken_by;         ///< if renamed because of a variable: that variable, else kNoVariable
  Shape shape;
  std::string dtype;  ///< `float32`, without `_ref`
  bool trainable;
  bool resource;
  bool reuse_in_force;         ///< the current variable scope had reuse True or AUTO_REUSE
  std::string variable_scope;  ///< its name
  uint32_t scope_entry;        ///< which entry into that scope, counted over the graph; 0 outside of all scopes
  std::string api;             ///< as a user would write it: `tf.get_variable`, `tf.Variable`
  Certainty certainty;
  Site site;
};

/// A string was passed as `trainable`, which makes the variable trainable, but gives it no name.
struct NameAsTrainable {
  VariableId variable;
  std::string text;
  Site site;
};

/// `get_variable` returned an existing variable.
struct VariableShared {
  VariableId variable;
  std::string api;
  Site site;
};

/// The errors that rules tell apart.
enum class ErrorKind : uint8_t {
  kVariableExists,      ///< TFV101
  kVariableMissing,     ///< TFV102
  kShapeMismatch,       ///< TFV103
  kDtypeMismatch,       ///< TFV104
  kUnderspecified,      ///< TFV105
  kInvalidScope,        ///< TFV106
  kSlotsUnderReuse,     ///< TFV107
  kCellSharing,         ///< TFV108
  kInvalidCall,         ///< TFV109
  kIncompatibleShapes,  ///< TFV110
  kGraphConstruction,   ///< TFV111
  kNothingToSave,       ///< TFV304
  kDuplicateSaveName,   ///< TFV304
  kNoSuchApi,           ///< TFV302
  kOther,               ///< an exception of Python, or of the user
};

/// An exception raised by TensorFlow's model. `caught` is set when a handler of the user's code takes it.
struct ErrorRaised {
  ErrorKind kind;
  std::string type;      ///< `ValueError`
  std::string message;   ///< TensorFlow's own text
  std::string variable;  ///< key or name concerned, may be empty
  VariableId other;      ///< the existing variable concerned, or kNoVariable
  Certainty certainty;
  bool caught = false;
  Site site;
};

/// A name that TensorFlow does not have was used.
struct ApiMissing {
  std::string module;     ///< `tensorflow.compat.v1`
  std::string attribute;  ///< `model_variable`
  std::string
      suggestion;       ///< where it really is or the nearest name: `tf.contrib.framework.model_variable`; may be empty
  std::string message;  ///< of the AttributeError or ImportError
  bool caught = false;
  Site site;  ///< `call` is the attribute expression
  Span attribute_span;
};

/// A variable joined, or an access read, a collection. Keys are TensorFlow's strings (`model_variables`).
struct CollectionAdded {
  std::string collection;
  VariableId variable;
  Site site;
};
struct CollectionRead {
  GraphId graph;
  std::string collection;
  Site site;
};

/// A variable scope was entered.
struct ScopeEntered {
  GraphId graph;
  std::string scope;  ///< its full name
  uint32_t entry;     ///< as in VariableMade
  Site site;          ///< the call that opens it, or the object that is entered
};

/// `reuse_variables()` was called, or a scope was entered with reuse True or AUTO_REUSE.
struct ReuseSet {
  GraphId graph;
  std::string scope;
  Site site;
};

/// A Saver was made.
struct SaverMade {
  GraphId graph;
  std::vector<VariableId> variables;
  Site site;
};

/// A counted budget was reached.
struct LimitReached {
  std::string what;  ///< `instructions`, `depth`, `paths`, `memory`
  Span place;
};

/// A place that the parser could not read.
struct SyntaxError {
  std::string message;  ///< lower case, no final period
  Span span;
};

/// A condition that the source does not fix, and the side that was followed.
struct Assumption {
  std::string condition;  ///< source text of the test
  bool taken;
  Span place;
};

/// A function was called whose code is not known: one of TensorFlow's without a model, or of a module that is not
/// there.
struct Unmodelled {
  std::string name;  ///< `tf.nn.fancy`, `cv2.imread`
  Site site;
};

using Event = std::variant<VariableMade, NameAsTrainable, VariableShared, ErrorRaised, ApiMissing, CollectionAdded,
                           CollectionRead, ScopeEntered, ReuseSet, SaverMade, LimitReached, SyntaxError, Assumption>;

/// The exception that ended the program.
struct ProgramError {
  std::string type;
  std::string message;
  Span place;  ///< start of the call in the innermost frame of the user's
  CallStackId stack = kNoCallStack;
};

/// Final state of a variable.
struct VariableState {
  VariableId variable;
  std::vector<std::string> collections;  ///< TensorFlow's key strings, in order of joining, repeated if it joined twice
};

/// What one path of one root did.
struct EventLog {
  std::vector<Event> events;
  std::vector<std::vector<VariableState>> graphs;  ///< per graph, its variables in creation order, at the path's end
  std::optional<ProgramError> error;
  std::vector<std::string> output;  ///< what the program printed, line by line
  /// By file and offset of the call, each place once, of this path and those before it. No events, since they tell
  /// nothing about the naming state.
  std::map<std::pair<FileId, uint32_t>, Unmodelled> unmodelled;
  bool complete = true;
  bool lends_tensors = false;  ///< code that is not known was given a tensor: it may have made variables from it
  bool isolated = false;       ///< the root is a function of its own: its caller is unknown

  /// All events of one type, in order.
  template <typename T>
  std::vector<const T*> Of() const {
    std::vector<const T*> result;
    for (const Event& event : events) {
      if (const T* typed = std::get_if<T>(&event)) result.push_back(typed);
    }
    return result;
  }

  /// The event that created `variable`; null for kNoVariable.
  const VariableMade* Made(VariableId variable) const;
};

}  // namespace tfscope

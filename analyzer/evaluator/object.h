// Objects of the evaluator's heap. Plain structs: behaviour lives in the files named after the family of operations.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "analyzer/evaluator/ordered_map.h"
#include "analyzer/evaluator/set_table.h"
#include "analyzer/evaluator/value.h"
#include "analyzer/events/call_stack.h"
#include "analyzer/source/span.h"

namespace tfscope {

class Machine;
struct Class;
struct Code;
struct Frame;
struct NativeSpec;

enum class ObjectKind : uint8_t {
  kStr,
  kBytes,
  kBigInt,
  kComplex,
  kTuple,
  kRange,
  kSlice,
  kCode,
  kNativeFunction,  // immutable
  kList,
  kDict,
  kSet,
  kFrozenSet,
  kFunction,
  kBoundMethod,
  kClass,
  kInstance,
  kModule,
  kCell,
  kFrame,
  kGenerator,
  kIterator,
  kProperty,
  kStaticMethod,
  kClassMethod,
  kSuper,
  kDictView,
  kLazyImport,
  kMember,
};

/// `epoch` is the trail's epoch at creation or at the last save; see `Heap::WillWrite`.
struct Object {
  ObjectKind kind;
  uint32_t epoch = 0;
};

/// Text, UTF-8. Never changed after creation.
struct Str : Object {
  static constexpr ObjectKind kKind = ObjectKind::kStr;
  std::string_view text;
  uint64_t hash = 0;
  uint32_t length = 0;    ///< in code points
  bool symbolic = false;  ///< holds placeholders of unknown parts, see symbol.h
};

struct Bytes : Object {
  static constexpr ObjectKind kKind = ObjectKind::kBytes;
  std::string_view data;
  bool is_bytearray = false;
};

/// An int that does not fit 64 bits. Its digits are owned by the big-integer module (numbers/big_int.cpp).
struct BigInt : Object {
  static constexpr ObjectKind kKind = ObjectKind::kBigInt;
  bool negative = false;
  std::vector<uint32_t> magnitude;  ///< base 2**32, least significant first, no leading zero
};

struct Complex : Object {
  static constexpr ObjectKind kKind = ObjectKind::kComplex;
  double real = 0;
  double imaginary = 0;
};

struct Tuple : Object {
  static constexpr ObjectKind kKind = ObjectKind::kTuple;
  std::span<const Value> items;  ///< in the heap's arena; never changed

  std::vector<Value> Copy() const { return {items.begin(), items.end()}; }
};

struct Range : Object {
  static constexpr ObjectKind kKind = ObjectKind::kRange;
  int64_t start = 0;
  int64_t stop = 0;
  int64_t step = 1;
};

struct Slice : Object {
  static constexpr ObjectKind kKind = ObjectKind::kSlice;
  Value start, stop, step;
};

/// A function's code as a Python value; constants of the enclosing code.
struct CodeObject : Object {
  static constexpr ObjectKind kKind = ObjectKind::kCode;
  Code* code = nullptr;
};

struct NativeFunction : Object {
  static constexpr ObjectKind kKind = ObjectKind::kNativeFunction;
  const NativeSpec* spec = nullptr;
  const struct NativeSignature* signature = nullptr;  ///< parsed at the first call
  Class* owner = nullptr;                             ///< the class that has it as a method; null: a module's function
  bool is_new = false;                                ///< a `__new__`; known from the first call on
};

struct List : Object {
  static constexpr ObjectKind kKind = ObjectKind::kList;
  std::vector<Value> items;
};

struct Dict : Object {
  static constexpr ObjectKind kKind = ObjectKind::kDict;
  OrderedMap items;
};

/// set and frozenset; the map's values are unused. Changed by set_operations.h alone, which keeps both in step.
struct Set : Object {
  static constexpr ObjectKind kKind = ObjectKind::kSet;
  OrderedMap items;
  SetTable table;  ///< the order of iteration
};

struct Cell : Object {
  static constexpr ObjectKind kKind = ObjectKind::kCell;
  Value value;
};

struct Module : Object {
  static constexpr ObjectKind kKind = ObjectKind::kModule;
  Str* name = nullptr;
  Dict* dict = nullptr;  ///< never null; `globals()` and `__dict__` give this very object
  OrderedMap& attributes() const { return dict->items; }
  FileId file = kNoFile;
  bool is_library = false;  ///< one of our models: its frames never own a finding
  bool is_package = false;
  bool loading = false;
};

struct Function : Object {
  static constexpr ObjectKind kKind = ObjectKind::kFunction;
  Code* code = nullptr;
  Module* globals = nullptr;
  Str* name = nullptr;
  Str* qualified_name = nullptr;
  std::vector<Value> defaults;  ///< of the last positional parameters
  OrderedMap keyword_defaults;
  std::vector<Cell*> closure;
  Dict* dict = nullptr;         ///< `__dict__`; null until something is set
  Dict* annotations = nullptr;  ///< `__annotations__`; null: none
  bool is_wrapped = false;      ///< by a decorator that is not known: it may take other arguments, and fill in some
};

struct BoundMethod : Object {
  static constexpr ObjectKind kKind = ObjectKind::kBoundMethod;
  Value function;
  Value self;
};

/// What the instances of a class are made of, decided by the first builtin class in its MRO.
enum class Layout : uint8_t {
  kPlain,
  kInt,
  kBool,
  kFloat,
  kComplex,
  kStr,
  kBytes,
  kTuple,
  kList,
  kDict,
  kSet,
  kFrozenSet,
  kException,
  kType,
  kModule,
  kNative,  ///< instances cannot be made by calling the class (function, generator, ...)
};

struct Class : Object {
  static constexpr ObjectKind kKind = ObjectKind::kClass;
  Str* name = nullptr;
  Str* qualified_name = nullptr;
  Value module_name;
  std::vector<Class*> bases;
  std::vector<Class*> mro;  ///< starts with the class itself
  OrderedMap attributes;
  Class* metaclass = nullptr;  ///< null: `type`
  Layout layout = Layout::kPlain;
  bool is_native = false;  ///< made by tfscope, attributes cannot be set from Python
  bool is_opaque = false;  ///< has an unknown base: any attribute may exist
  bool has_slots = false;  ///< `__slots__` in it and in all of its bases: instances have no `__dict__`
  bool is_library = false;
  std::vector<Class*> subclasses;
};

/// An object of a class written in Python (the user's or a library model's), of an exception, or of a subclass of a
/// builtin type. `payload` is the builtin value of the latter (list, dict, str, int, tuple, ...).
struct Instance : Object {
  static constexpr ObjectKind kKind = ObjectKind::kInstance;
  Class* cls = nullptr;
  Dict* dict = nullptr;  ///< `__dict__`, that very object; null until something is set
  Value payload;
  Dict* slots = nullptr;  ///< values of `__slots__`; null until one is set
  // Exceptions only; elsewhere unused.
  Value cause;    ///< `__cause__`, undefined for None
  Value context;  ///< `__context__`, undefined for None
  bool suppresses_context = false;
  uint32_t event = 0;  ///< index + 1 of the event that reported it, see events.h
  CallStackId traceback = kNoCallStack;
  Span raised_at;
};

struct Property : Object {
  static constexpr ObjectKind kKind = ObjectKind::kProperty;
  Value getter, setter, deleter;
  Value documentation;  ///< as given; undefined: the getter's
};

/// The descriptor of one name in `__slots__`.
struct Member : Object {
  static constexpr ObjectKind kKind = ObjectKind::kMember;
  Str* name = nullptr;
  Class* owner = nullptr;
};

struct StaticMethod : Object {
  static constexpr ObjectKind kKind = ObjectKind::kStaticMethod;
  Value function;
};

struct ClassMethod : Object {
  static constexpr ObjectKind kKind = ObjectKind::kClassMethod;
  Value function;
};

struct Super : Object {
  static constexpr ObjectKind kKind = ObjectKind::kSuper;
  Class* start = nullptr;  ///< the MRO is searched after this class
  Value self;              ///< instance or class
  Class* self_class = nullptr;
};

/// Position in a sequence, map or range that native code iterates. Generators and user iterators are not of this kind.
struct Iterator : Object {
  static constexpr ObjectKind kKind = ObjectKind::kIterator;
  enum class Source : uint8_t {
    kSequence,  ///< list, tuple, str, bytes, range by index: `index` is the next one
    kKeys,
    kValues,
    kItems,  ///< of a dict or set: `index` is the next slot of the map
    kEnumerate,
    kZip,
    kReversed,
    // map() and filter() call Python code for each item, so they are generators of library/builtins.py.
    kUnknown,   ///< over a symbol: gives `limit` distinct symbols, then ends
    kCallable,  ///< iter(f, sentinel)
    kGetItem,   ///< old protocol: __getitem__(0), __getitem__(1), ...
  };
  Source source = Source::kSequence;
  std::vector<Value> operands;  ///< what is iterated; for zip one per argument
  int64_t index = 0;
  int64_t limit = 0;
  bool exhausted = false;
};

struct Generator : Object {
  static constexpr ObjectKind kKind = ObjectKind::kGenerator;
  Frame* frame = nullptr;  ///< null once finished
  bool running = false;
  Str* name = nullptr;
  Str* qualified_name = nullptr;
  Class* type = nullptr;  ///< what it passes for, as the generators behind `map` and `filter`; null: a generator
};

/// A name that a library model imports: the module is loaded when the name is used.
struct LazyImport : Object {
  static constexpr ObjectKind kKind = ObjectKind::kLazyImport;
  Str* module = nullptr;
  Str* name = nullptr;
};

/// Views of a dict: keys(), values(), items().
struct DictView : Object {
  static constexpr ObjectKind kKind = ObjectKind::kDictView;
  enum class View : uint8_t { kKeys, kValues, kItems };
  View view = View::kKeys;
  Value dict;
};

/// `value` as a T, or null if it is something else.
template <typename T>
T* As(const Value& value) {
  if (!value.is_object()) return nullptr;
  Object* object = value.object();
  return object->kind == T::kKind ? static_cast<T*>(object) : nullptr;
}

/// set or frozenset.
template <>
inline Set* As<Set>(const Value& value) {
  if (!value.is_object()) return nullptr;
  Object* object = value.object();
  bool fits = object->kind == ObjectKind::kSet || object->kind == ObjectKind::kFrozenSet;
  return fits ? static_cast<Set*>(object) : nullptr;
}

}  // namespace tfscope

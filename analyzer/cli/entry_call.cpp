#include "analyzer/cli/entry_call.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include <fmt/format.h>

#include "analyzer/diagnostics/places.h"
#include "analyzer/support/nearest.h"

namespace tfscope {
namespace {

namespace fs = std::filesystem;

using Complaint = tl::unexpected<std::string>;

/// The path of such a program. By its first character it is none of the user's.
constexpr std::string_view kEntryPath = "<entry>";

constexpr std::array<std::string_view, 17> kDtypes = {
    "bfloat16", "bool",  "complex128", "complex64", "float16", "float32", "float64", "half",  "int16",
    "int32",    "int64", "int8",       "string",    "uint16",  "uint32",  "uint64",  "uint8",
};

/// One `--arg`: its value as an expression.
struct Argument {
  std::string name;
  std::string expression;
  bool is_placeholder = false;
};

/// What a caller has to know of a function.
struct Signature {
  std::vector<std::string> names;  ///< of parameters that can be given by name, without `self`
  std::vector<std::string> required;
  bool takes_any_name = false;
};

/// The top level of a file: what it defines and what it only binds.
class Definitions {
 public:
  Definitions(const SyntaxTree& tree, const Interner& interner) : tree_(tree), interner_(interner) {
    Collect(tree.root());
  }

  /// The definition of a function or class by its name; kNoNode if there is none.
  NodeId Find(std::string_view name) const { return FindIn(definitions_, name); }
  bool Binds(std::string_view name) const { return opaque_ || std::ranges::find(names_, name) != names_.end(); }
  const std::vector<std::string>& names() const { return names_; }
  bool IsClass(NodeId definition) const { return tree_[definition].kind == NodeKind::kClassDef; }

  /// A method that the class, or a base of it in this file, defines; kNoNode if there is none.
  NodeId Method(NodeId class_definition, std::string_view name, int depth = 0) const {
    constexpr int kDeepestBases = 20;
    std::vector<NodeId> methods;
    for (NodeId statement : tree_.Children(tree_.Child(class_definition, 1))) {
      if (tree_[statement].kind == NodeKind::kFunctionDef) methods.push_back(statement);
    }
    NodeId method = FindIn(methods, name);
    const NodeId bases = tree_.Child(class_definition, 0);
    if (method != kNoNode || bases == kNoNode || depth == kDeepestBases) return method;
    for (NodeId base : tree_.Children(bases)) {
      if (base == kNoNode || tree_[base].kind != NodeKind::kName) continue;
      const NodeId definition = Find(interner_.Text(tree_[base].atom));
      if (definition == kNoNode || definition == class_definition || !IsClass(definition)) continue;
      method = Method(definition, name, depth + 1);
      if (method != kNoNode) return method;
    }
    return kNoNode;
  }

  /// The name of the only decorator of a function, if it is a name; empty otherwise.
  std::string_view DecoratorOf(NodeId function) const {
    if (function == kNoNode || tree_[function].child_count != kUndecorated + 1) return {};
    const NodeId decorator = tree_.Child(function, kUndecorated);
    return tree_[decorator].kind == NodeKind::kName ? interner_.Text(tree_[decorator].atom) : std::string_view();
  }

  /// A method that needs no instance.
  bool IsOfClass(NodeId method) const {
    return DecoratorOf(method) == "classmethod" || DecoratorOf(method) == "staticmethod";
  }

  /// Nothing if decorators may have changed it.
  std::optional<Signature> SignatureOf(NodeId function, bool is_method) const {
    if (function == kNoNode) return std::nullopt;
    if (tree_[function].child_count > kUndecorated && !(is_method && IsOfClass(function))) return std::nullopt;
    Signature signature;
    bool skips = is_method && DecoratorOf(function) != "staticmethod";
    for (NodeId parameter : tree_.Children(tree_.Child(function, 0))) {
      const auto kind = static_cast<ParameterKind>(tree_[parameter].op);
      if (kind == ParameterKind::kKeywords) signature.takes_any_name = true;
      if (kind == ParameterKind::kKeywords || kind == ParameterKind::kVarArgs) continue;
      if (std::exchange(skips, false)) continue;
      std::string name(interner_.Text(tree_[parameter].atom));
      if (tree_.Child(parameter, 1) == kNoNode) signature.required.push_back(name);
      signature.names.push_back(std::move(name));
    }
    return signature;
  }

 private:
  static constexpr uint32_t kUndecorated = 3;  ///< children of a function without decorators

  void Collect(NodeId block) {
    for (NodeId child : tree_.Children(block)) {
      if (child != kNoNode) CollectStatement(child);
    }
  }

  void CollectStatement(NodeId statement) {
    const Node& node = tree_[statement];
    switch (node.kind) {
      case NodeKind::kFunctionDef:
      case NodeKind::kClassDef:
        definitions_.push_back(statement);
        names_.emplace_back(interner_.Text(node.atom));
        break;
      case NodeKind::kName:
        names_.emplace_back(interner_.Text(node.atom));
        break;
      case NodeKind::kAlias: {
        const NodeId as = tree_.Child(statement, 0);
        const std::string_view name = interner_.Text(as == kNoNode ? node.atom : tree_[as].atom);
        names_.emplace_back(name.substr(0, name.find('.')));
        break;
      }
      case NodeKind::kImportFrom:
        if ((node.flags & kStar) != 0) opaque_ = true;
        Collect(statement);
        break;
      case NodeKind::kAssign:
        for (NodeId target : tree_.Children(statement).first(node.child_count - 1)) CollectStatement(target);
        break;
      case NodeKind::kImport:
      case NodeKind::kIf:
      case NodeKind::kTry:
      case NodeKind::kExceptHandler:
      case NodeKind::kWith:
      case NodeKind::kBlock:
      case NodeKind::kTuple:
        Collect(statement);
        break;
      default:
        break;
    }
  }

  NodeId FindIn(const std::vector<NodeId>& definitions, std::string_view name) const {
    const auto found = std::ranges::find_if(definitions.rbegin(), definitions.rend(), [&](NodeId definition) {
      return interner_.Text(tree_[definition].atom) == name;
    });
    return found == definitions.rend() ? kNoNode : *found;
  }

  const SyntaxTree& tree_;
  const Interner& interner_;
  std::vector<NodeId> definitions_;
  std::vector<std::string> names_;
  bool opaque_ = false;  ///< by `from m import *` there may be more
};

bool IsLiteral(const SyntaxTree& tree, NodeId id) {
  if (id == kNoNode) return false;
  switch (tree[id].kind) {
    case NodeKind::kNone:
    case NodeKind::kTrue:
    case NodeKind::kFalse:
    case NodeKind::kInt:
    case NodeKind::kFloat:
    case NodeKind::kImaginary:
    case NodeKind::kString:
    case NodeKind::kBytes:
      return true;
    case NodeKind::kTuple:
    case NodeKind::kList:
    case NodeKind::kSet:
    case NodeKind::kDict:
    case NodeKind::kUnary:
      return std::ranges::all_of(tree.Children(id), [&](NodeId child) { return IsLiteral(tree, child); });
    default:
      return false;
  }
}

bool IsLiteral(Driver& driver, std::string_view text) {
  const SyntaxTree& tree = driver.program().Tree(driver.sources().Add("<argument>", text));
  if (!tree.issues().empty() || tree[tree.root()].child_count != 1) return false;
  const NodeId statement = tree.Child(tree.root(), 0);
  return tree[statement].kind == NodeKind::kExpressionStatement && IsLiteral(tree, tree.Child(statement, 0));
}

std::string_view Trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// `float32[8,?,3]` as an expression; nothing if it is none.
std::optional<std::string> Placeholder(std::string_view text) {
  const size_t bracket = text.find('[');
  if (bracket == std::string_view::npos || !text.ends_with(']')) return std::nullopt;
  const std::string_view dtype = text.substr(0, bracket);
  if (std::ranges::find(kDtypes, dtype) == kDtypes.end()) return std::nullopt;
  std::string shape;
  std::string_view rest = Trimmed(text.substr(bracket + 1, text.size() - bracket - 2));
  while (!rest.empty()) {
    const size_t comma = std::min(rest.find(','), rest.size());
    const std::string_view size = Trimmed(rest.substr(0, comma));
    const bool unknown = size == "?" || size == "None" || size == "-1";
    if (!unknown && (size.empty() || !std::ranges::all_of(size, [](char c) { return c >= '0' && c <= '9'; }))) {
      return std::nullopt;
    }
    shape += fmt::format("{}, ", unknown ? "None" : size);
    rest = comma == rest.size() ? std::string_view() : rest.substr(comma + 1);
  }
  return fmt::format("tf.placeholder(tf.{}, [{}])", dtype, shape);
}

tl::expected<Argument, std::string> ReadArgument(Driver& driver, const std::string& text) {
  const size_t equals = text.find('=');
  if (equals == 0 || equals == std::string::npos) {
    return Complaint(fmt::format("--arg `{}`: give NAME=VALUE", Printable(text)));
  }
  Argument argument{text.substr(0, equals), std::string(Trimmed(std::string_view(text).substr(equals + 1)))};
  if (std::optional<std::string> placeholder = Placeholder(argument.expression)) {
    return Argument{argument.name, *placeholder, true};
  }
  if (!IsLiteral(driver, argument.expression)) {
    return Complaint(fmt::format(
        "--arg {}: `{}` is neither a Python literal (a text needs its quotes) nor a placeholder like float32[8,?,3]",
        Printable(argument.name), Printable(argument.expression)));
  }
  return argument;
}

std::string DidYouMean(std::string_view name, const std::vector<std::string>& candidates) {
  const std::string nearest = NearestName(std::string(name), candidates);
  return nearest.empty() ? std::string() : fmt::format(", did you mean `{}`?", Printable(nearest));
}

/// A string literal of that text.
std::string QuotedText(std::string_view text) {
  std::string quoted = "\"";
  for (const char character : text) {
    if (static_cast<unsigned char>(character) < 0x20) {
      quoted += fmt::format("\\x{:02x}", static_cast<unsigned char>(character));
      continue;
    }
    if (character == '"' || character == '\\') quoted += '\\';
    quoted += character;
  }
  return quoted + "\"";
}

/// The dotted name by which the file is imported: below the nearest folder upwards that is no package.
std::string ModuleName(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error).lexically_normal();
  fs::path folder = absolute.parent_path();
  std::string name = absolute.stem() == "__init__" ? std::string() : absolute.stem().string();
  while (folder.has_relative_path() && fs::exists(folder / "__init__.py", error)) {
    name = name.empty() ? folder.filename().string() : folder.filename().string() + "." + name;
    folder = folder.parent_path();
  }
  return name;
}

/// How a function takes an argument of some name.
enum class Taking : uint8_t { kNot, kAmongOthers, kByName };

Taking TakingOf(const std::optional<Signature>& signature, const std::string& name) {
  if (!signature) return Taking::kAmongOthers;
  if (std::ranges::find(signature->names, name) != signature->names.end()) return Taking::kByName;
  return signature->takes_any_name ? Taking::kAmongOthers : Taking::kNot;
}

/// The parenthesized arguments of a call, or why it cannot be made.
tl::expected<std::string, std::string> Call(std::string_view callee, const std::optional<Signature>& signature,
                                            const std::vector<Argument>& arguments, MissingArgument missing_argument) {
  std::string text;
  for (const Argument& argument : arguments) {
    text += fmt::format("{}{}={}", text.empty() ? "" : ", ", argument.name, argument.expression);
  }
  std::vector<std::string> missing;
  for (const std::string& name : signature ? signature->required : std::vector<std::string>()) {
    if (std::ranges::find(arguments, name, &Argument::name) != arguments.end()) continue;
    if (missing_argument == MissingArgument::kRefused) {
      missing.push_back("`" + name + "`");
    } else {
      text += fmt::format("{}{}=_tfscope.unknown(\"any\")", text.empty() ? "" : ", ", name);
    }
  }
  if (!missing.empty()) {
    return Complaint(fmt::format(
        "{} needs {}: add --arg NAME=VALUE, where VALUE is a Python literal or a placeholder like float32[8,?,3]",
        Printable(callee), fmt::join(missing, ", ")));
  }
  return fmt::format("({})", text);
}

/// The beginning of the program, which binds `module`. Flags are parsed by then, as a program's main function finds
/// them.
std::string Preamble(const Root& root) {
  return fmt::format(
      "import importlib\n"
      "import sys\n"
      "import _tfscope\n"
      "import tensorflow as tf\n"
      "sys.argv[0] = {}\n"
      "module = importlib.import_module({})\n"
      "flags = sys.modules.get(\"absl.flags\")\n"
      "if flags is not None:\n"
      "  flags.FLAGS(sys.argv, known_only=True)\n",
      QuotedText(root.path.string()), QuotedText(ModuleName(root.path)));
}

/// The call of a function, of a class, or of a method of a new instance.
class EntryCall {
 public:
  EntryCall(Driver& driver, const Root& root, std::string_view entry)
      : definitions_(driver.program().Tree(root.file), driver.program().interner()),
        entry_(entry),
        name_(entry.substr(0, entry.find('.'))),
        method_(name_.size() == entry.size() ? std::string_view() : entry.substr(name_.size() + 1)) {
    const NodeId definition = definitions_.Find(name_);
    is_class_ = definition != kNoNode && definitions_.IsClass(definition);
    is_bound_ = definition != kNoNode || definitions_.Binds(name_);
    const NodeId method = is_class_ && !method_.empty() ? definitions_.Method(definition, method_) : kNoNode;
    makes_instance_ = is_class_ && !definitions_.IsOfClass(method);
    const NodeId function = is_class_ ? definitions_.Method(definition, "__init__") : definition;
    first_ = definitions_.SignatureOf(function, is_class_);
    if (method != kNoNode) second_ = definitions_.SignatureOf(method, true);
  }

  bool is_bound() const { return is_bound_; }
  std::string Suggestion() const { return DidYouMean(name_, definitions_.names()); }

  /// The expression, or why the arguments do not fit. The arguments of `Class.method` go to whichever takes them, first
  /// of all to what names them; those that both take alike go to both.
  tl::expected<std::string, std::string> Expression(const std::vector<Argument>& arguments, MissingArgument missing) {
    std::vector<Argument> of_first;
    std::vector<Argument> of_second;
    for (const Argument& argument : arguments) {
      const Taking second = method_.empty() ? Taking::kNot : TakingOf(second_, argument.name);
      Taking first = method_.empty() || makes_instance_ ? TakingOf(first_, argument.name) : Taking::kNot;
      if (!first_ && second_ && second != Taking::kNot) first = Taking::kNot;
      const Taking best = std::max(first, second);
      if (best == Taking::kNot) return Complaint(NotTaken(argument.name));
      const bool in_first = first == best;
      const bool in_second = second == best;
      if (in_first) of_first.push_back(argument);
      if (in_second) of_second.push_back(argument);
    }
    std::string text = "module." + name_;
    if (method_.empty() || makes_instance_) {
      const auto call = Call(name_, first_, of_first, missing);
      if (!call) return Complaint(call.error());
      text += *call;
    }
    if (method_.empty()) return text;
    const auto call = Call(entry_, second_, of_second, missing);
    if (!call) return Complaint(call.error());
    return text + fmt::format(".{}{}", method_, *call);
  }

 private:
  std::string NotTaken(const std::string& argument) const {
    const bool has_first = first_ && (method_.empty() || makes_instance_);
    std::vector<std::string> names = has_first ? first_->names : std::vector<std::string>();
    if (second_) names.insert(names.end(), second_->names.begin(), second_->names.end());
    return fmt::format("{} takes no `{}`{}", Printable(entry_), Printable(argument), DidYouMean(argument, names));
  }

  Definitions definitions_;
  std::string entry_;
  std::string name_;
  std::string method_;  ///< empty: the function or class itself is called
  bool is_class_ = false;
  bool makes_instance_ = false;  ///< the method's, or the class's own
  bool is_bound_ = false;
  std::optional<Signature> first_;   ///< of the function, or of the class's `__init__`
  std::optional<Signature> second_;  ///< of the method
};

}  // namespace

tl::expected<Root, std::string> EntryProgram(Driver& driver, const Root& root, std::string_view entry,
                                             const std::vector<std::string>& texts, MissingArgument missing) {
  std::vector<Argument> arguments;
  for (const std::string& text : texts) {
    auto argument = ReadArgument(driver, text);
    if (!argument) return Complaint(argument.error());
    arguments.push_back(std::move(*argument));
  }
  EntryCall call(driver, root, entry);
  if (!call.is_bound()) {
    const std::string file = Printable(driver.sources().file(root.file).display_path);
    const std::string name(entry.substr(0, entry.find('.')));
    return Complaint(fmt::format("{} defines no `{}`{}", file, Printable(name), call.Suggestion()));
  }
  const auto expression = call.Expression(arguments, missing);
  if (!expression) return Complaint(expression.error());
  Root program = root;
  program.file = driver.sources().Add(std::string(kEntryPath), Preamble(root) + *expression + "\n");
  return program;
}

std::optional<std::string> EntryFailure(const Driver& driver, const EventLog& log) {
  if (!log.error) return std::nullopt;
  const Span place = log.error->place;
  if (place.valid() && driver.sources().file(place.file).display_path != kEntryPath) return std::nullopt;
  return fmt::format("{}: {}", log.error->type, Printable(log.error->message));
}

}  // namespace tfscope

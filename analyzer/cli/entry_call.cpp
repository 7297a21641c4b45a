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

  /// A method that the class itself defines; kNoNode if there is none.
  NodeId Method(NodeId class_definition, std::string_view name) const {
    std::vector<NodeId> methods;
    for (NodeId statement : tree_.Children(tree_.Child(class_definition, 1))) {
      if (tree_[statement].kind == NodeKind::kFunctionDef) methods.push_back(statement);
    }
    return FindIn(methods, name);
  }

  /// Nothing if decorators may have changed it.
  std::optional<Signature> SignatureOf(NodeId function, bool is_method) const {
    if (function == kNoNode || tree_[function].child_count > 3) return std::nullopt;
    Signature signature;
    bool skips = is_method;
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

bool Takes(const std::optional<Signature>& signature, const std::string& name) {
  return !signature || signature->takes_any_name || std::ranges::find(signature->names, name) != signature->names.end();
}

/// A call with those arguments that its signature takes, or why it cannot be made.
tl::expected<std::string, std::string> Call(std::string_view callee, const std::optional<Signature>& signature,
                                            const std::vector<Argument>& arguments) {
  std::string text;
  for (const Argument& argument : arguments) {
    text += fmt::format("{}{}={}", text.empty() ? "" : ", ", argument.name, argument.expression);
  }
  std::vector<std::string> missing;
  for (const std::string& name : signature ? signature->required : std::vector<std::string>()) {
    if (std::ranges::find(arguments, name, &Argument::name) == arguments.end()) missing.push_back("`" + name + "`");
  }
  if (!missing.empty()) {
    return Complaint(fmt::format(
        "{} needs {}: add --arg NAME=VALUE, where VALUE is a Python literal or a placeholder like float32[8,?,3]",
        Printable(callee), fmt::join(missing, ", ")));
  }
  return fmt::format("({})", text);
}

}  // namespace

tl::expected<std::string, std::string> EntryProgram(Driver& driver, const Root& root, std::string_view entry,
                                                    const std::vector<std::string>& texts) {
  const std::string file = Printable(driver.sources().file(root.file).display_path);
  std::vector<Argument> arguments;
  for (const std::string& text : texts) {
    auto argument = ReadArgument(driver, text);
    if (!argument) return Complaint(argument.error());
    arguments.push_back(std::move(*argument));
  }
  const Definitions definitions(driver.program().Tree(root.file), driver.program().interner());
  const std::string name(entry.substr(0, entry.find('.')));
  const std::string method(name.size() == entry.size() ? std::string_view() : entry.substr(name.size() + 1));
  const NodeId definition = definitions.Find(name);
  if (definition == kNoNode && !definitions.Binds(name)) {
    return Complaint(fmt::format("{} defines no `{}`{}", file, Printable(name), DidYouMean(name, definitions.names())));
  }
  const bool is_class = definition != kNoNode && definitions.IsClass(definition);
  const NodeId function = is_class ? definitions.Method(definition, "__init__") : definition;
  const std::optional<Signature> first = definitions.SignatureOf(function, is_class);
  std::optional<Signature> second;
  if (is_class && !method.empty()) {
    second = definitions.SignatureOf(definitions.Method(definition, method), true);
  }
  // The arguments of `Class.method` go to whichever takes them, those that both take to both.
  std::vector<Argument> of_first;
  std::vector<Argument> of_second;
  for (Argument& argument : arguments) {
    const bool in_second = !method.empty() && Takes(second, argument.name);
    const bool in_first =
        (method.empty() || is_class) && (Takes(first, argument.name) && (first || !second || !in_second));
    if (!in_first && !in_second) {
      std::vector<std::string> names = first ? first->names : std::vector<std::string>();
      if (second) names.insert(names.end(), second->names.begin(), second->names.end());
      return Complaint(fmt::format("{} takes no `{}`{}", Printable(entry), Printable(argument.name),
                                   DidYouMean(argument.name, names)));
    }
    if (in_first) of_first.push_back(argument);
    if (in_second) of_second.push_back(argument);
  }
  std::string text = "import importlib\n";
  if (std::ranges::any_of(arguments, &Argument::is_placeholder)) text += "import tensorflow as tf\n";
  text += fmt::format("module = importlib.import_module(\"{}\")\nmodule.{}", ModuleName(root.path), name);
  if (method.empty() || is_class) {
    const auto call = Call(name, first, of_first);
    if (!call) return Complaint(call.error());
    text += *call;
  }
  if (!method.empty()) {
    const auto call = Call(entry, second, of_second);
    if (!call) return Complaint(call.error());
    text += fmt::format(".{}{}", method, *call);
  }
  return text + "\n";
}

}  // namespace tfscope

// What CPython refuses while it makes its tree: arguments, parameters and targets in forms that the grammar lets pass.
#include <algorithm>
#include <array>
#include <unordered_set>

#include <fmt/format.h>

#include "analyzer/source/tokens.h"
#include "analyzer/syntax/compile_errors.h"
#include "analyzer/syntax/formatted_string_errors.h"
#include "analyzer/syntax/literals.h"

namespace tfscope {

namespace {

constexpr std::array<std::string_view, 10> kFeatures = {
    "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};

constexpr size_t kLongestPrefix = 2;  // of a string literal

constexpr const char* kBareGenerator = "Generator expression must be parenthesized";
constexpr const char* kKeyword = "assignment to keyword";
constexpr const char* kInvalid = "invalid syntax";

class FormChecker {
 public:
  FormChecker(const SyntaxTree& tree, const Interner& interner, std::string_view text)
      : tree_(tree), interner_(interner), text_(text) {}

  std::optional<CompileError> Run() {
    Visit(tree_.root());
    if (!error_) CheckFutureImports();
    return std::move(error_);
  }

  /// Of a text that stands left of a `=`.
  std::optional<CompileError> RunAsTarget() {
    std::span<const NodeId> statements = tree_.Children(tree_.root());
    if (statements.size() != 1 || KindOf(statements[0]) != NodeKind::kExpressionStatement) return std::nullopt;
    CheckTarget(tree_.Child(statements[0], 0), "assign to");
    return std::move(error_);
  }

 private:
  NodeKind KindOf(NodeId id) const { return tree_[id].kind; }

  void Fail(NodeId node, std::string message) {
    if (!error_) error_ = CompileError{std::move(message), node};
  }

  void Visit(NodeId id) {
    if (id == kNoNode || error_) return;
    switch (KindOf(id)) {
      case NodeKind::kFormattedString:
        CheckFields(id);
        break;
      case NodeKind::kCall:
        CheckArguments(tree_.Children(id).subspan(1));
        CheckOnlyGenerator(id);
        break;
      case NodeKind::kArguments:
        CheckArguments(tree_.Children(id));
        break;
      case NodeKind::kFunctionDef:
      case NodeKind::kClassDef:
        if (IsDebug(tree_[id].atom)) Fail(id, kKeyword);
        break;
      case NodeKind::kBytes:
        CheckBytes(id);
        break;
      case NodeKind::kParameters:
        CheckParameters(id);
        break;
      case NodeKind::kAttribute:
        if (IsConstant(tree_[id].atom)) Fail(id, kInvalid);
        break;
      case NodeKind::kAlias:
        CheckImported(id);
        break;
      case NodeKind::kReturn:
        if (tree_[id].child_count > 0) CheckReturned(tree_.Child(id, 0));
        break;
      case NodeKind::kAssign:
        for (NodeId target : tree_.Children(id).first(tree_[id].child_count - 1)) CheckTarget(target, "assign to");
        break;
      case NodeKind::kFor:
      case NodeKind::kComprehensionFor:
        CheckTarget(tree_.Child(id, 0), "assign to");
        break;
      case NodeKind::kWithItem:
        CheckTarget(tree_.Child(id, 1), "assign to");
        break;
      case NodeKind::kDelete:
        for (NodeId target : tree_.Children(id)) CheckTarget(target, "delete");
        break;
      case NodeKind::kExceptHandler:
        CheckTarget(tree_.Child(id, 1), "assign to");
        break;
      case NodeKind::kAugmentedAssign:
        CheckAugmented(tree_.Child(id, 0));
        break;
      case NodeKind::kAnnotatedAssign:
        CheckAnnotated(tree_.Child(id, 0));
        break;
      case NodeKind::kListComprehension:
      case NodeKind::kSetComprehension:
      case NodeKind::kGenerator:
        if (KindOf(tree_.Child(id, 0)) == NodeKind::kStarred) {
          Fail(id, "iterable unpacking cannot be used in comprehension");
        }
        break;
      default:
        break;
    }
    for (NodeId child : tree_.Children(id)) Visit(child);
  }

  bool IsDebug(Atom name) const { return name != kNoAtom && interner_.Text(name) == "__debug__"; }

  /// None, True or False, which are no names.
  bool IsConstant(Atom name) const {
    const std::string_view text = name == kNoAtom ? std::string_view() : interner_.Text(name);
    return text == "None" || text == "True" || text == "False";
  }

  void CheckImported(NodeId alias) {
    const NodeId bound = tree_[alias].child_count > 0 ? tree_.Child(alias, 0) : kNoNode;
    const Atom name = bound != kNoNode ? tree_[bound].atom : tree_[alias].atom;
    if (IsConstant(name)) return Fail(alias, kInvalid);
    if (IsDebug(name)) Fail(alias, kKeyword);
  }

  /// Unpacking in what a function returns needs parentheses.
  void CheckReturned(NodeId value) {
    if (value == kNoNode || KindOf(value) != NodeKind::kTuple || text_[tree_[value].begin] == '(') return;
    const bool unpacks = std::ranges::any_of(tree_.Children(value),
                                             [this](NodeId element) { return KindOf(element) == NodeKind::kStarred; });
    if (unpacks) Fail(value, kInvalid);
  }

  /// On one line, so that what is not ASCII cannot stand in a comment.
  void CheckBytes(NodeId id) {
    const std::string_view source = text_.substr(tree_[id].begin, tree_[id].end - tree_[id].begin);
    const bool has_others = std::ranges::any_of(source, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (has_others && source.find('\n') == std::string_view::npos) {
      Fail(id, "bytes can only contain ASCII literal characters.");
    }
  }

  void CheckFields(NodeId id) {
    const std::string_view source = text_.substr(tree_[id].begin, tree_[id].end - tree_[id].begin);
    const size_t quote = source.find_first_of("'\"");
    if (quote == std::string_view::npos || quote > kLongestPrefix) return;  // a format
    const StringLiteral literal = ReadStringLiteral(source);
    if (!literal.formatted || literal.content_begin > source.size()) return;  // a run whose first literal is plain
    const std::string_view all = source.substr(literal.content_begin);
    const bool alone = quote + StringLength(source.substr(quote)) == source.size();
    if (!alone) return;
    if (auto error = FormattedStringError(all.substr(0, literal.content_end - literal.content_begin))) {
      Fail(id, std::string(*error));
    }
  }

  /// A generator without parentheses of its own has nothing behind it, not even a comma.
  void CheckOnlyGenerator(NodeId call) {
    const std::span<const NodeId> children = tree_.Children(call);
    if (children.size() != 2 || KindOf(children[1]) != NodeKind::kGenerator) return;
    const Node& generator = tree_[children[1]];
    const size_t opening = text_.find('(', tree_[children[0]].end);
    if (opening != generator.begin || generator.end <= opening + 1) return;  // it has its own
    const NodeId clause = tree_.Children(children[1]).back();
    if (KindOf(clause) != NodeKind::kComprehensionFor) return;
    const NodeId iterable = tree_.Child(clause, 1);
    const bool lists = KindOf(iterable) == NodeKind::kTuple && text_[tree_[iterable].begin] != '(';
    const size_t last = text_.find_last_not_of(" \t\r\n", generator.end - 2);
    if (lists || (last != std::string_view::npos && text_[last] == ',')) Fail(children[1], kBareGenerator);
  }

  void CheckArguments(std::span<const NodeId> arguments) {
    for (NodeId argument : arguments) {
      const bool bare = KindOf(argument) == NodeKind::kGenerator && text_[tree_[argument].begin] != '(';
      if (bare && arguments.size() > 1) return Fail(argument, kBareGenerator);
    }
    bool after_keyword = false;
    bool after_unpacking = false;
    std::unordered_set<Atom> names;
    for (NodeId argument : arguments) {
      switch (KindOf(argument)) {
        case NodeKind::kKeyword:
          after_keyword = true;
          if (IsDebug(tree_[argument].atom)) return Fail(argument, kKeyword);
          if (!names.insert(tree_[argument].atom).second) return Fail(argument, "keyword argument repeated");
          break;
        case NodeKind::kDoubleStarred:
          after_unpacking = true;
          break;
        case NodeKind::kStarred:
          if (after_unpacking) {
            return Fail(argument, "iterable argument unpacking follows keyword argument unpacking");
          }
          break;
        default:
          if (after_unpacking) return Fail(argument, "positional argument follows keyword argument unpacking");
          if (after_keyword) return Fail(argument, "positional argument follows keyword argument");
      }
    }
  }

  /// No parameter with a name follows `*`.
  bool EndsInBareStar(NodeId id) const {
    size_t begin = tree_[id].begin;
    size_t end = tree_[id].end;
    for (NodeId parameter : tree_.Children(id)) {
      const auto kind = static_cast<ParameterKind>(tree_[parameter].op);
      if (kind == ParameterKind::kKeywordOnly || kind == ParameterKind::kVarArgs) return false;
      if (kind == ParameterKind::kKeywords) {
        end = tree_[parameter].begin;
      } else {
        begin = tree_[parameter].end;
      }
    }
    const std::string_view rest = begin < end ? text_.substr(begin, end - begin) : std::string_view();
    const size_t star = rest.find('*');
    if (star == std::string_view::npos || rest.find('#') != std::string_view::npos) return false;
    const size_t next = rest.find_first_not_of(" \t\r\n", star + 1);
    return next == std::string_view::npos || rest[next] == ',' || rest[next] == ')';
  }

  void CheckParameters(NodeId id) {
    bool has_default = false;
    if (EndsInBareStar(id)) return Fail(id, "named arguments must follow bare *");
    for (NodeId parameter : tree_.Children(id)) {
      if (IsConstant(tree_[parameter].atom)) return Fail(parameter, kInvalid);
      if (IsDebug(tree_[parameter].atom)) return Fail(parameter, kKeyword);
      const auto kind = static_cast<ParameterKind>(tree_[parameter].op);
      if (kind != ParameterKind::kPositionalOnly && kind != ParameterKind::kPositionalOrKeyword) continue;
      const bool defaulted = tree_[parameter].child_count > 1 && tree_.Child(parameter, 1) != kNoNode;
      if (has_default && !defaulted) return Fail(parameter, "non-default argument follows default argument");
      has_default = has_default || defaulted;
    }
  }

  /// What CPython calls an expression that cannot be assigned to; empty if it can.
  static std::string_view NameOf(NodeKind kind) {
    switch (kind) {
      case NodeKind::kNone:
      case NodeKind::kTrue:
      case NodeKind::kFalse:
        return "keyword";
      case NodeKind::kEllipsis:
        return "Ellipsis";
      case NodeKind::kInt:
      case NodeKind::kFloat:
      case NodeKind::kImaginary:
      case NodeKind::kString:
      case NodeKind::kBytes:
      case NodeKind::kSet:
      case NodeKind::kDict:
        return "literal";
      case NodeKind::kFormattedString:
        return "f-string expression";
      case NodeKind::kCall:
        return "function call";
      case NodeKind::kUnary:
      case NodeKind::kBinary:
      case NodeKind::kAnd:
      case NodeKind::kOr:
        return "operator";
      case NodeKind::kCompare:
        return "comparison";
      case NodeKind::kConditional:
        return "conditional expression";
      case NodeKind::kLambda:
        return "lambda";
      case NodeKind::kListComprehension:
        return "list comprehension";
      case NodeKind::kSetComprehension:
        return "set comprehension";
      case NodeKind::kDictComprehension:
        return "dict comprehension";
      case NodeKind::kGenerator:
        return "generator expression";
      case NodeKind::kYield:
      case NodeKind::kYieldFrom:
        return "yield expression";
      case NodeKind::kAwait:
        return "await expression";
      default:
        return {};
    }
  }

  void CheckTarget(NodeId target, std::string_view action) {
    if (target == kNoNode) return;
    const NodeKind kind = KindOf(target);
    if (std::string_view name = NameOf(kind); !name.empty())
      return Fail(target, fmt::format("can't {} {}", action, name));
    const bool is_name = kind == NodeKind::kName || kind == NodeKind::kAttribute;
    if (is_name && IsDebug(tree_[target].atom) && action != "delete") return Fail(target, kKeyword);
    if (kind != NodeKind::kTuple && kind != NodeKind::kList && kind != NodeKind::kStarred) return;
    for (NodeId element : tree_.Children(target)) CheckTarget(element, action);
  }

  void CheckAugmented(NodeId target) {
    const NodeKind kind = KindOf(target);
    if (kind == NodeKind::kTuple || kind == NodeKind::kList) {
      return Fail(target, "illegal expression for augmented assignment");
    }
    CheckTarget(target, "assign to");
  }

  void CheckAnnotated(NodeId target) {
    const NodeKind kind = KindOf(target);
    if (kind == NodeKind::kTuple) return Fail(target, "only single target (not tuple) can be annotated");
    if (kind == NodeKind::kList) return Fail(target, "only single target (not list) can be annotated");
    const bool fits = kind == NodeKind::kName || kind == NodeKind::kAttribute || kind == NodeKind::kSubscript;
    if (!fits) Fail(target, "illegal target for annotation");
  }

  void CheckFutureImports() {
    bool begins = true;
    bool is_first = true;
    for (NodeId statement : tree_.Children(tree_.root())) {
      const Node& node = tree_[statement];
      const bool is_text =
          node.kind == NodeKind::kExpressionStatement && KindOf(tree_.Child(statement, 0)) == NodeKind::kString;
      if (node.kind == NodeKind::kImportFrom && node.op == 0 && interner_.Text(node.atom) == "__future__") {
        if (!begins) return Fail(statement, "from __future__ imports must occur at the beginning of the file");
        CheckFeatures(statement);
      } else if (!is_text || !is_first) {
        begins = false;
      }
      is_first = false;
    }
  }

  void CheckFeatures(NodeId statement) {
    if ((tree_[statement].flags & kStar) != 0) return Fail(statement, "future feature * is not defined");
    for (NodeId alias : tree_.Children(statement)) {
      const std::string_view name = interner_.Text(tree_[alias].atom);
      if (name == "braces") return Fail(statement, "not a chance");
      if (std::ranges::find(kFeatures, name) != kFeatures.end()) continue;
      return Fail(statement, fmt::format("future feature {} is not defined", name));
    }
  }

  const SyntaxTree& tree_;
  const Interner& interner_;
  std::string_view text_;
  std::optional<CompileError> error_;
};

}  // namespace

std::optional<CompileError> FormError(const SyntaxTree& tree, const Interner& interner, std::string_view text) {
  return FormChecker(tree, interner, text).Run();
}

std::optional<CompileError> TargetError(const SyntaxTree& tree, const Interner& interner, std::string_view text) {
  return FormChecker(tree, interner, text).RunAsTarget();
}

std::optional<CompileError> FirstCompileError(const SyntaxTree& tree, const Interner& interner, std::string_view text) {
  std::optional<CompileError> error = FormError(tree, interner, text);
  if (!error) error = NameError(tree, interner);
  return error ? error : PlaceError(tree);
}

std::optional<PythonSyntaxError> CompileErrorOf(const SyntaxTree& tree, const Interner& interner,
                                                std::string_view text) {
  std::optional<CompileError> error = FirstCompileError(tree, interner, text);
  if (!error) return std::nullopt;
  const size_t begin = std::min<size_t>(tree[error->node].begin, text.size());
  return PythonSyntaxError{"SyntaxError", std::move(error->message),
                           1 + std::ranges::count(text.substr(0, begin), '\n')};
}

}  // namespace tfscope

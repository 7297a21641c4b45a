#include "analyzer/source/name_usage.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "analyzer/source/tokens.h"

namespace tfscope {
namespace {

using Names = std::set<std::string, std::less<>>;
using Tokens = std::span<const Token>;

constexpr std::array<std::string_view, 35> kKeywords = {
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};

bool IsKeyword(std::string_view word) { return std::binary_search(kKeywords.begin(), kKeywords.end(), word); }

bool IsName(const Token& token) { return token.kind == Token::Kind::kName && !IsKeyword(token.text); }

bool Is(const Token& token, std::string_view text) { return token.kind != Token::Kind::kString && token.text == text; }

std::string_view TextAt(Tokens tokens, size_t index) {
  return index < tokens.size() && tokens[index].kind != Token::Kind::kString ? tokens[index].text : "";
}

bool IsAugmented(const Token& token) {
  return token.kind == Token::Kind::kOperator && token.text.size() >= 2 && token.text.back() == '=' &&
         std::string_view("=!:<>").find(token.text.front()) == std::string_view::npos;
}

// Index of the first token `text` outside of brackets, or the end.
size_t FindOutside(Tokens tokens, std::string_view text) {
  uint32_t lambdas = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].depth != 0) continue;
    if (Is(tokens[i], "lambda")) ++lambdas;
    if (!Is(tokens[i], text)) continue;
    if (text != ":" || lambdas == 0) return i;
    --lambdas;
  }
  return tokens.size();
}

// The body of a function or class is read as a scope of its own, which ends with its indentation.
struct Scope {
  uint32_t indentation = 0;
  bool function = false;
  Names bound;
  Names globals;
  Names read;   // where the names were not bound yet
  Names later;  // by functions in it, which run when all is bound
};

class Reader {
 public:
  Reader() { scopes_.emplace_back(); }

  void Take(const LogicalLine& line) {
    while (scopes_.size() > 1 && line.indentation <= scopes_.back().indentation) Close();
    const size_t depth = scopes_.size();
    indentation_ = line.indentation;
    for (Tokens rest = line.tokens; !rest.empty();) {
      const size_t end = FindOutside(rest, ";");
      TakeSuite(rest.first(end));
      rest = rest.subspan(std::min(end + 1, rest.size()));
    }
    // `def f(): return x` has its body on the line; the scope is kept open in case it comes below.
    suite_on_line_ = scopes_.size() > depth && suite_on_line_;
    if (suite_on_line_) Close();
    suite_on_line_ = false;
  }

  NameUsage Finish() {
    while (scopes_.size() > 1) Close();
    Scope& module = scopes_.back();
    NameUsage usage{std::move(module.bound), std::move(module.read)};
    for (const std::string& name : module.later) {
      if (!usage.bound.contains(name)) usage.free.insert(name);
    }
    return usage;
  }

 private:
  Scope& scope() { return scopes_.back(); }

  void Close() {
    Scope closed = std::move(scopes_.back());
    scopes_.pop_back();
    for (const std::string& name : closed.later) {
      // Names of a class are not seen by its methods.
      if (!closed.function || !closed.bound.contains(name)) scope().later.insert(name);
    }
    for (const std::string& name : closed.read) {
      if (!closed.function) {
        Read(name);
      } else if (!closed.bound.contains(name)) {
        scope().later.insert(name);
      }
    }
    for (const std::string& name : closed.globals) {
      if (closed.bound.contains(name)) scopes_.front().bound.insert(name);
    }
  }

  void Bind(std::string_view name) { scope().bound.emplace(name); }

  void Read(std::string_view name) {
    if (!scope().bound.contains(name) && !statement_names_.contains(name)) scope().read.emplace(name);
  }

  // A statement, with what stands behind its colon on the same line.
  void TakeSuite(Tokens tokens) {
    static constexpr std::array<std::string_view, 10> kCompound = {"class",   "def", "elif", "else", "except",
                                                                   "finally", "for", "if",   "try",  "while"};
    while (!tokens.empty()) {
      if (Is(tokens[0], "async")) tokens = tokens.subspan(1);
      if (tokens.empty()) return;
      const std::string_view word = TextAt(tokens, 0);
      const bool compound = word == "with" || std::find(kCompound.begin(), kCompound.end(), word) != kCompound.end();
      const size_t end = compound ? FindOutside(tokens, ":") : tokens.size();
      TakeStatement(word, tokens.first(end));
      tokens = tokens.subspan(std::min(end + 1, tokens.size()));
      if (compound && !tokens.empty()) suite_on_line_ = true;
    }
  }

  void TakeStatement(std::string_view word, Tokens tokens) {
    FindStatementNames(tokens);
    if (word == "import" || word == "from") {
      TakeImport(tokens);
    } else if (word == "def" || word == "class") {
      TakeDefinition(tokens, word == "def");
    } else if (word == "for") {
      const size_t in = FindOutside(tokens, "in");
      ReadAll(tokens.subspan(in));
      TakeTarget(tokens.subspan(1, std::max<size_t>(in, 1) - 1));
    } else if (word == "global" || word == "nonlocal") {
      for (const Token& token : tokens) {
        if (IsName(token)) scope().globals.emplace(token.text);
      }
    } else if (word == "with" || word == "except") {
      TakeAs(tokens.subspan(1));
    } else {
      TakeAssignment(tokens);
    }
    statement_names_.clear();
  }

  // Names that comprehensions and lambdas bind in this statement.
  void FindStatementNames(Tokens tokens) {
    statement_names_.clear();
    for (size_t i = 0; i < tokens.size(); ++i) {
      const bool comprehension = tokens[i].depth > 0 && Is(tokens[i], "for");
      const bool lambda = Is(tokens[i], "lambda");
      const std::string_view end = lambda ? ":" : "in";
      if (!comprehension && !lambda) continue;
      for (size_t j = i + 1; j < tokens.size() && !Is(tokens[j], end); ++j) {
        const std::string_view before = TextAt(tokens, j - 1);
        const bool parameter = before == "lambda" || before == "," || before == "*" || before == "**";
        if (IsName(tokens[j]) && (comprehension || parameter)) statement_names_.emplace(tokens[j].text);
      }
    }
  }

  void TakeImport(Tokens tokens) {
    const bool from = Is(tokens[0], "from");
    size_t begin = 1;
    if (from) {
      while (begin < tokens.size() && !Is(tokens[begin], "import")) ++begin;
      ++begin;
    }
    for (size_t i = begin; i < tokens.size(); ++i) {
      if (!IsName(tokens[i])) continue;
      size_t end = i + 1;
      while (end < tokens.size() && !Is(tokens[end], ",")) ++end;
      const bool renamed = end >= 2 && Is(tokens[end - 2], "as");
      Bind(renamed ? tokens[end - 1].text : tokens[i].text);
      i = end;
    }
  }

  void TakeDefinition(Tokens tokens, bool function) {
    if (tokens.size() < 2) return;
    Scope inner;
    inner.indentation = indentation_;
    inner.function = function;
    std::vector<Token> outer;
    for (size_t i = 2; i < tokens.size(); ++i) {
      const std::string_view before = TextAt(tokens, i - 1);
      const bool starts = before == "(" || before == "," || before == "*" || before == "**";
      if (function && IsName(tokens[i]) && tokens[i].depth >= 1 && starts && !InDefault(tokens, i)) {
        inner.bound.emplace(tokens[i].text);
      } else {
        outer.push_back(tokens[i]);
      }
    }
    ReadAll(outer);
    Bind(tokens[1].text);
    scopes_.push_back(std::move(inner));
  }

  // True inside a default value or annotation: deeper than the list, or behind its `=` or `:`.
  static bool InDefault(Tokens tokens, size_t index) {
    if (tokens[index].depth == 1) return false;
    for (size_t i = index; i > 0; --i) {
      if (tokens[i].depth == 1 && (Is(tokens[i], "=") || Is(tokens[i], ":"))) return true;
      if (tokens[i].depth == 1 && Is(tokens[i], ",")) return false;
    }
    return false;
  }

  // Expressions with `as target` among them.
  void TakeAs(Tokens tokens) {
    std::vector<Token> expressions;
    std::vector<Token> targets;
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (!Is(tokens[i], "as")) {
        expressions.push_back(tokens[i]);
        continue;
      }
      const uint32_t depth = tokens[i].depth;
      for (++i; i < tokens.size() && !(tokens[i].depth <= depth && (Is(tokens[i], ",") || tokens[i].depth < depth));
           ++i) {
        targets.push_back(tokens[i]);
      }
      targets.push_back({Token::Kind::kOperator, ",", 0});
    }
    ReadAll(expressions);
    TakeTarget(targets);
  }

  void TakeAssignment(Tokens tokens) {
    const size_t colon = FindOutside(tokens, ":");
    std::vector<Tokens> parts;
    size_t begin = 0;
    bool augmented = false;
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].depth != 0 || (!Is(tokens[i], "=") && !IsAugmented(tokens[i]))) continue;
      augmented |= IsAugmented(tokens[i]);
      parts.push_back(tokens.subspan(begin, i - begin));
      begin = i + 1;
    }
    ReadAll(tokens.subspan(begin));
    for (const Tokens part : parts) {
      if (augmented) ReadAll(part);
      const size_t end = colon < part.size() ? colon : part.size();
      if (end < part.size()) ReadAll(part.subspan(end));
      TakeTarget(part.first(end));
    }
  }

  // Binds the names of a target and reads those that it only uses, as `a` and `i` of `a[i]`.
  void TakeTarget(Tokens tokens) {
    uint32_t used_depth = UINT32_MAX;  // inside brackets that are no grouping
    for (size_t i = 0; i < tokens.size(); ++i) {
      const Token& token = tokens[i];
      if (token.depth <= used_depth) used_depth = UINT32_MAX;
      const std::string_view next = TextAt(tokens, i + 1);
      const std::string_view before = i > 0 ? TextAt(tokens, i - 1) : "";
      const bool bracket = Is(token, "(") || Is(token, "[");
      const bool after_value = i > 0 && (IsName(tokens[i - 1]) || before == ")" || before == "]");
      if (bracket && after_value && used_depth == UINT32_MAX) used_depth = token.depth;
      if (!IsName(token) || before == ".") continue;
      const bool used = used_depth != UINT32_MAX || next == "." || next == "[" || next == "(";
      used ? Read(token.text) : Bind(token.text);
    }
  }

  void ReadAll(Tokens tokens) {
    for (size_t i = 0; i < tokens.size(); ++i) {
      const Token& token = tokens[i];
      if (token.kind == Token::Kind::kString) ReadFormatted(token.text);
      if (!IsName(token) || (i > 0 && Is(tokens[i - 1], "."))) continue;
      const std::string_view next = TextAt(tokens, i + 1);
      const std::string_view before = i > 0 ? TextAt(tokens, i - 1) : "";
      if (token.depth > 0 && next == "=" && (before == "(" || before == ",")) continue;  // a keyword argument
      next == ":=" ? Bind(token.text) : Read(token.text);
    }
  }

  // Names inside the braces of an f-string.
  void ReadFormatted(std::string_view literal) {
    const size_t quote = literal.find_first_of("\"'");
    if (literal.substr(0, quote).find_first_of("fF") == std::string_view::npos) return;
    for (size_t open = literal.find('{', quote); open != std::string_view::npos; open = literal.find('{', open)) {
      ++open;
      if (literal.substr(open, 1) == "{") {
        ++open;
        continue;
      }
      const size_t close = std::min(literal.find_first_of("}!:", open), literal.size());
      for (const LogicalLine& line : Tokenize(literal.substr(open, close - open))) {
        for (const Token& token : line.tokens) {
          const bool attribute = &token != line.tokens.data() && Is(*(&token - 1), ".");
          if (IsName(token) && !attribute) Read(token.text);
        }
      }
      open = close;
    }
  }

  std::vector<Scope> scopes_;
  Names statement_names_;
  uint32_t indentation_ = 0;
  bool suite_on_line_ = false;
};

}  // namespace

NameUsage ReadNameUsage(std::string_view code) {
  Reader reader;
  for (const LogicalLine& line : Tokenize(code)) reader.Take(line);
  return reader.Finish();
}

}  // namespace tfscope

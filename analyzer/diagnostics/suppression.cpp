#include "analyzer/diagnostics/suppression.h"

#include <algorithm>

namespace tfscope {
namespace {

bool IsBlank(char character) { return character == ' ' || character == '\t' || character == '\f'; }
bool IsLetter(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}
bool IsDigit(char character) { return character >= '0' && character <= '9'; }

std::string_view TrimLeft(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  return text;
}

/// Cuts `prefix` off the front of `text`, ignoring case; false if it does not stand there.
bool Take(std::string_view& text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (size_t index = 0; index < prefix.size(); ++index) {
    const char character = text[index];
    const bool upper = character >= 'A' && character <= 'Z';
    if ((upper ? static_cast<char>(character + 32) : character) != prefix[index]) return false;
  }
  text.remove_prefix(prefix.size());
  return true;
}

/// A code at the front of `text`: capital letters, then digits. Empty if there is none.
std::string TakeCode(std::string_view& text) {
  size_t length = 0;
  while (length < text.size() && IsLetter(text[length])) ++length;
  const size_t letters = length;
  while (length < text.size() && IsDigit(text[length])) ++length;
  const bool ends = length == text.size() || !(IsLetter(text[length]) || text[length] == '_' || text[length] == '-');
  if (letters == 0 || length == letters || !ends) return {};
  std::string code(text.substr(0, length));
  std::ranges::transform(code, code.begin(), [](char character) {
    return character >= 'a' && character <= 'z' ? static_cast<char>(character - 32) : character;
  });
  text.remove_prefix(length);
  return code;
}

/// Codes separated by commas or blanks, up to the first other word.
std::vector<std::string> TakeCodes(std::string_view text) {
  std::vector<std::string> codes;
  while (true) {
    while (!text.empty() && (IsBlank(text.front()) || text.front() == ',')) text.remove_prefix(1);
    std::string code = TakeCode(text);
    if (code.empty()) return codes;
    codes.push_back(std::move(code));
  }
}

/// `[A, b]` at the front of `text`: codes or names.
std::vector<std::string> TakeBracketed(std::string_view text) {
  std::vector<std::string> rules;
  text = TrimLeft(text);
  if (!text.starts_with('[')) return rules;
  text.remove_prefix(1);
  text = text.substr(0, text.find(']'));
  while (!text.empty()) {
    const size_t comma = text.find(',');
    std::string_view part = TrimLeft(text.substr(0, comma));
    while (!part.empty() && IsBlank(part.back())) part.remove_suffix(1);
    if (!part.empty()) rules.emplace_back(part);
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
  }
  return rules;
}

/// Skips the string whose quote stands at `at`; `line` counts the lines passed. Gives the offset after it.
size_t SkipString(std::string_view text, size_t at, size_t& line) {
  const char quote = text[at];
  const bool triple = text.substr(at, 3) == std::string(3, quote);
  at += triple ? 3 : 1;
  while (at < text.size()) {
    if (text[at] == '\\') {
      if (at + 1 < text.size() && text[at + 1] == '\n') ++line;
      at += 2;
    } else if (text[at] == '\n') {
      if (!triple) return at;  // not closed: a syntax error, the next line starts anew
      ++line;
      ++at;
    } else if (triple ? text.substr(at, 3) == std::string(3, quote) : text[at] == quote) {
      return at + (triple ? 3 : 1);
    } else {
      ++at;
    }
  }
  return text.size();
}

}  // namespace

std::vector<Comment> FindComments(std::string_view text) {
  std::vector<Comment> comments;
  size_t line = 0;
  bool own_line = true;
  for (size_t at = 0; at < text.size();) {
    const char character = text[at];
    if (character == '#') {
      const size_t end = std::min(text.find('\n', at), text.size());
      comments.push_back({line, text.substr(at, end - at), own_line});
      at = end;
    } else if (character == '"' || character == '\'') {
      own_line = false;
      at = SkipString(text, at, line);
    } else {
      if (character == '\n') {
        ++line;
        own_line = true;
      } else if (!IsBlank(character)) {
        own_line = false;
      }
      ++at;
    }
  }
  return comments;
}

Suppressions::Suppressions(std::string_view text) {
  // Most files hold no directive; two searches are cheaper than finding all comments.
  const bool may_hold = text.find("tfscope:") != std::string_view::npos ||
                        text.find("noqa") != std::string_view::npos || text.find("NOQA") != std::string_view::npos ||
                        text.find("NoQA") != std::string_view::npos;
  if (!may_hold) return;
  for (const Comment& comment : FindComments(text)) Read(comment, text);
}

void Suppressions::Read(const Comment& comment, std::string_view text) {
  // Several directives may share a comment: `# noqa: E501  # tfscope: ignore[TFV201]`.
  std::string_view rest = comment.text;
  while (!rest.empty()) {
    const auto begin = static_cast<uint32_t>(rest.data() - text.data());
    rest.remove_prefix(1);
    std::string_view part = TrimLeft(rest);
    rest.remove_prefix(std::min(rest.find('#'), rest.size()));
    Directive directive{.begin = begin, .end = static_cast<uint32_t>(rest.data() - text.data())};
    while (directive.end > begin && IsBlank(text[directive.end - 1])) --directive.end;
    if (Take(part, "noqa")) {
      ReadNoqa(part, comment.line, std::move(directive));
    } else if (Take(part, "tfscope:")) {
      ReadOwn(TrimLeft(part), comment, text, std::move(directive));
    }
  }
}

void Suppressions::AddToLine(size_t line, Directive directive) {
  lines_.emplace(line, directives_.size());
  directives_.push_back(std::move(directive));
}

void Suppressions::ReadNoqa(std::string_view part, size_t line, Directive directive) {
  directive.kind = "noqa";
  if (!part.starts_with(':')) {
    if (part.empty() || !(IsLetter(part.front()) || IsDigit(part.front()))) AddToLine(line, std::move(directive));
    return;
  }
  directive.rules = TakeCodes(part.substr(1));
  if (directive.rules.empty()) {
    malformed_.push_back(line);
  } else {
    AddToLine(line, std::move(directive));
  }
}

void Suppressions::ReadOwn(std::string_view part, const Comment& comment, std::string_view text, Directive directive) {
  if (Take(part, "ignore-file")) {
    if (!comment.own_line) return;
    directive.kind = "ignore-file";
    directive.rules = TakeBracketed(part);
    file_.push_back(directives_.size());
    directives_.push_back(std::move(directive));
  } else if (Take(part, "ignore")) {
    directive.kind = "ignore";
    directive.rules = TakeBracketed(part);
    size_t line = comment.line;
    if (comment.own_line) {  // covers the next line that is no comment
      size_t at = static_cast<size_t>(comment.text.data() - text.data()) + comment.text.size();
      while (at < text.size()) {
        ++line;
        const size_t end = std::min(text.find('\n', at + 1), text.size());
        const std::string_view code = TrimLeft(text.substr(at + 1, end - at - 1));
        at = end;
        if (!code.empty() && !code.starts_with('#')) break;
      }
    }
    AddToLine(line, std::move(directive));
  }
}

bool Suppressions::Directive::Silences(const RuleInfo& rule) const {
  return rules.empty() ||
         std::ranges::any_of(rules, [&](const std::string& name) { return name == rule.code || name == rule.name; });
}

bool Suppressions::Directive::Use(const RuleInfo& rule) {
  if (!Silences(rule)) return false;
  if (std::ranges::find(silenced, rule.code) == silenced.end()) silenced.push_back(rule.code);
  return true;
}

bool Suppressions::Directive::IsUsedFor(const std::string& name, const std::vector<const RuleInfo*>& ran) const {
  const auto rule =
      std::ranges::find_if(ran, [&](const RuleInfo* info) { return name == info->code || name == info->name; });
  return rule == ran.end() || std::ranges::find(silenced, (*rule)->code) != silenced.end();
}

bool Suppressions::Silence(const RuleInfo& rule, size_t first, size_t last) {
  bool is_silenced = false;
  for (const size_t index : file_) is_silenced = directives_[index].Use(rule) || is_silenced;
  if (is_silenced) return true;
  for (const size_t line : {first, last}) {
    const auto [begin, end] = lines_.equal_range(line);
    for (auto entry = begin; entry != end; ++entry) is_silenced = directives_[entry->second].Use(rule) || is_silenced;
  }
  return is_silenced;
}

std::vector<UnusedSuppression> Suppressions::Unused(const std::vector<const RuleInfo*>& ran) const {
  std::vector<UnusedSuppression> unused;
  for (const Directive& directive : directives_) {
    std::string names;
    for (const std::string& name : directive.rules) {
      if (!directive.IsUsedFor(name, ran)) names += (names.empty() ? "" : ", ") + name;
    }
    const bool is_blanket = directive.rules.empty() && directive.kind != "noqa" && directive.silenced.empty();
    if (!is_blanket && names.empty()) continue;
    const bool is_noqa = directive.kind == "noqa";
    std::string what(is_noqa ? "noqa" : "tfscope: ");
    if (!is_noqa) what += directive.kind;
    if (!names.empty()) what += is_noqa ? ": " + names : "[" + names + "]";
    unused.push_back({directive.begin, directive.end, std::move(what)});
  }
  return unused;
}

}  // namespace tfscope

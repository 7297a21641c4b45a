// The rules on event logs made by hand, and the registry.
#include "rules/rule.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "analyzer/library/embedded.h"

namespace tfscope {
namespace {

/// A source and the event log of its evaluation.
class Scene {
 public:
  explicit Scene(std::string text) : text_(std::move(text)), file_(sources_.Add("model.py", text_)) {
    log.graphs.resize(1);
  }

  /// The `index`-th occurrence of `part` in the source.
  Span At(std::string_view part, int index = 0) const {
    size_t at = text_.find(part);
    while (index-- > 0) at = text_.find(part, at + 1);
    return {file_, static_cast<uint32_t>(at), static_cast<uint32_t>(at + part.size())};
  }
  Site Call(Span call, std::vector<ArgumentSpan> arguments = {}, CallStackId stack = kNoCallStack) const {
    return {call, std::move(arguments), stack, "<module>"};
  }

  VariableMade& Make(const std::string& name, Site site, std::string api = "tf.get_variable") {
    VariableMade made{};
    made.variable = next_++;
    made.name = made.key = made.requested_name = name;
    made.explicit_name = made.trainable = true;
    made.taken_by = kNoVariable;
    made.shape = Shape::Of({4});
    made.dtype = "float32";
    made.api = std::move(api);
    made.site = std::move(site);
    log.graphs[0].push_back({made.variable, {"variables", "trainable_variables"}});
    log.events.emplace_back(std::move(made));
    return std::get<VariableMade>(log.events.back());
  }
  ErrorRaised& Raise(ErrorKind kind, std::string message, std::string variable, VariableId other, Site site) {
    log.events.emplace_back(ErrorRaised{kind, "ValueError", std::move(message), std::move(variable), other,
                                        Certainty::kMust, false, std::move(site)});
    return std::get<ErrorRaised>(log.events.back());
  }

  std::vector<Finding> Findings() const { return RunRules(log, stacks, sources_); }
  std::string Text(Span span) const { return std::string(sources_.Text(span)); }

  EventLog log;
  CallStacks stacks;

 private:
  SourceManager sources_;
  std::string text_;
  FileId file_;
  VariableId next_ = 0;
};

std::vector<std::string> Messages(const Finding& finding) {
  std::vector<std::string> messages;
  for (const Note& note : finding.notes) messages.push_back(note.message);
  return messages;
}

TEST(VariableAlreadyExistsTest, NamesBothCreationsAndTheirCalls) {
  Scene scene("def net(x):\n  tf.get_variable('w', [4])\nnet(real)\nnet(fake)\n");
  const Span call = scene.At("tf.get_variable('w', [4])");
  const std::vector<ArgumentSpan> arguments = {{"", scene.At("'w'")}, {"", scene.At("[4]")}};
  const CallStackId first = scene.stacks.Push(kNoCallStack, scene.At("net(real)"), "<module>");
  const CallStackId second = scene.stacks.Push(kNoCallStack, scene.At("net(fake)"), "<module>");
  scene.Make("net/w", scene.Call(call, arguments, first));
  scene.Raise(
      ErrorKind::kVariableExists,
      "Variable net/w already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope? "
      "Originally defined at:\n\n  File ...",
      "net/w", 0, scene.Call(call, arguments, second));
  const std::vector<Finding> findings = scene.Findings();
  ASSERT_EQ(findings.size(), 1u);
  const Finding& finding = findings[0];
  EXPECT_EQ(finding.rule->code, "TFV101");
  EXPECT_EQ(finding.severity, Severity::kError);
  EXPECT_EQ(finding.message, "`net/w` already exists here");
  EXPECT_EQ(finding.variable, "net/w");
  EXPECT_EQ(finding.span, call);
  EXPECT_EQ(scene.Text(finding.label), "'w'");
  EXPECT_EQ(
      Messages(finding),
      (std::vector<std::string>{
          "raises ValueError: Variable net/w already exists, disallowed. Did you mean to set reuse=True or "
          "reuse=tf.AUTO_REUSE in VarScope?",
          "created first at model.py:2, called from model.py:3 net(real)", "called again from model.py:4 net(fake)"}));
  EXPECT_EQ(
      finding.help,
      "to share it, open scope `net`, or one around it, with reuse=tf.AUTO_REUSE; for a second variable, put each "
      "call into a scope of its own");
}

TEST(VariableAlreadyExistsTest, ACaughtErrorIsInfo) {
  Scene scene("a('w')\nb('w')\n");
  scene.Make("w", scene.Call(scene.At("a('w')")));
  scene.Raise(ErrorKind::kVariableExists, "Variable w already exists", "w", 0, scene.Call(scene.At("b('w')"))).caught =
      true;
  ASSERT_EQ(scene.Findings().size(), 1u);
  EXPECT_EQ(scene.Findings()[0].severity, Severity::kInfo);
  EXPECT_EQ(scene.Findings()[0].notes[0].message,
            "raises ValueError: Variable w already exists (caught by the program)");
}

TEST(VariableAlreadyExistsTest, WhatIsNotSureIsPossible) {
  Scene scene("a('w')\n");
  scene.Raise(ErrorKind::kVariableExists, "text", "w", kNoVariable, scene.Call(scene.At("a('w')"))).certainty =
      Certainty::kPossible;
  ASSERT_EQ(scene.Findings().size(), 1u);
  EXPECT_TRUE(scene.Findings()[0].possible);
}

TEST(VariableDoesNotExistTest, NamesTheReuseAndTheNearestName) {
  Scene scene("k('kernel')\ns.reuse_variables()\nt.reuse_variables()\ng('kernle')\n");
  scene.Make("net/kernel", scene.Call(scene.At("k('kernel')")));
  scene.log.events.emplace_back(ReuseSet{0, "net", scene.Call(scene.At("s.reuse_variables()"))});
  scene.log.events.emplace_back(ReuseSet{0, "other", scene.Call(scene.At("t.reuse_variables()"))});
  scene.Raise(ErrorKind::kVariableMissing, "Variable net/kernle does not exist", "net/kernle", kNoVariable,
              scene.Call(scene.At("g('kernle')")));
  const std::vector<Finding> findings = scene.Findings();
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].rule->code, "TFV102");
  EXPECT_EQ(Messages(findings[0])[1], "reuse was switched on at model.py:2");
  EXPECT_NE(findings[0].help.find("did you mean `net/kernel`?"), std::string::npos);
}

TEST(VariableDoesNotExistTest, KnowsThatAVariableIsNotInTheStore) {
  Scene scene("v('w')\ng('w')\n");
  scene.Make("w", scene.Call(scene.At("v('w')")), "tf.Variable").key = "";
  scene.Raise(ErrorKind::kVariableMissing, "text", "w", kNoVariable, scene.Call(scene.At("g('w')")));
  ASSERT_EQ(scene.Findings().size(), 1u);
  EXPECT_EQ(Messages(scene.Findings()[0])[1], "created by tf.Variable at model.py:1");
}

TEST(SharedShapeMismatchTest, ShowsBothShapes) {
  Scene scene("a('w', [4, 2])\nb('w', [4, 3])\n");
  scene.Make("w", scene.Call(scene.At("a('w', [4, 2])"), {{"", scene.At("'w'")}, {"", scene.At("[4, 2]")}}));
  scene.Raise(ErrorKind::kShapeMismatch,
              "Trying to share variable w, but specified shape (4, 3) and found shape (4, 2).", "w", 0,
              scene.Call(scene.At("b('w', [4, 3])"), {{"", scene.At("'w'", 1)}, {"", scene.At("[4, 3]")}}));
  ASSERT_EQ(scene.Findings().size(), 1u);
  EXPECT_EQ(scene.Findings()[0].message, "`w` is shared with shape (4, 3), but was created with shape (4, 2)");
  EXPECT_EQ(scene.Text(scene.Findings()[0].label), "[4, 3]");
}

TEST(SharedDtypeMismatchTest, ShowsBothDtypes) {
  Scene scene("a('w')\nb('w')\n");
  scene.Make("w", scene.Call(scene.At("a('w')")));
  scene.Raise(ErrorKind::kDtypeMismatch,
              "Trying to share variable w, but specified dtype float32 and found dtype int32_ref.", "w", 0,
              scene.Call(scene.At("b('w')")));
  ASSERT_EQ(scene.Findings().size(), 1u);
  EXPECT_EQ(scene.Findings()[0].message, "`w` is shared with dtype float32, but was created with dtype int32");
  EXPECT_EQ(scene.Findings()[0].help, "write dtype=tf.int32 in both calls");
}

TEST(UnderspecifiedVariableTest, TellsTheReasonsApart) {
  const auto message_for = [](std::string message, std::string variable) {
    Scene scene("a('w')\n");
    scene.Raise(ErrorKind::kUnderspecified, std::move(message), std::move(variable), kNoVariable,
                scene.Call(scene.At("a('w')")));
    return scene.Findings().at(0).message;
  };
  EXPECT_EQ(message_for("If initializer is a constant, do not specify shape.", "w"),
            "`w` has both a shape and a constant initializer");
  EXPECT_EQ(message_for("The initializer passed is not valid. It should be a callable with no arguments", "w"),
            "`w` has no fully known shape");
  EXPECT_EQ(message_for("initial_value must have a shape specified: Tensor(...)", ""),
            "the variable created here gets an initial value whose shape is not fully known");
  EXPECT_EQ(message_for("initial_value must be specified.", ""), "the variable created here has no initial value");
}

TEST(DuplicateVariableNameTest, ShowsTheNewNameAndCountsTheRest) {
  Scene scene("tf.Variable(0., name='w')\nfor i in x: tf.Variable(1., name='w')\n");
  const Span second = scene.At("tf.Variable(1., name='w')");
  scene
      .Make("w", scene.Call(scene.At("tf.Variable(0., name='w')"), {{"", scene.At("0.")}, {"name", scene.At("'w'")}}),
            "tf.Variable")
      .key = "";
  for (const char* name : {"w_1", "w_2", "w_3"}) {
    VariableMade& made =
        scene.Make(name, scene.Call(second, {{"", scene.At("1.")}, {"name", scene.At("'w'", 1)}}), "tf.Variable");
    made.key = "";
    made.requested_name = "w";
    made.taken_by = 0;
  }
  const std::vector<Finding> findings = scene.Findings();
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].message, "`w` is taken: this variable is named `w_1`");
  EXPECT_EQ(findings[0].severity, Severity::kWarning);
  EXPECT_EQ(scene.Text(findings[0].label), "'w'");
  EXPECT_EQ(Messages(findings[0]),
            (std::vector<std::string>{"`w` created first at model.py:1", "later calls make `w_2`, `w_3`"}));
}

TEST(DuplicateVariableNameTest, StaysSilentWhereNobodyChoseTheName) {
  Scene scene("a()\nb()\n");
  const auto renamed = [&](auto change) {
    VariableMade& made = scene.Make("w_1", scene.Call(scene.At("b()")), "tf.Variable");
    made.key = "";
    made.requested_name = "w";
    made.taken_by = 0;
    change(made);
  };
  scene.Make("w", scene.Call(scene.At("a()")), "tf.Variable").key = "";
  renamed([](VariableMade& made) { made.explicit_name = false; });
  renamed([](VariableMade& made) { made.taken_by = kNoVariable; });
  renamed([](VariableMade& made) { made.taken_by_scope_only = true; });
  renamed([](VariableMade& made) { made.api = "tf.train.AdamOptimizer"; });
  renamed([](VariableMade& made) { made.key = "w"; });
  EXPECT_TRUE(scene.Findings().empty());
}

TEST(VariableAlreadyExistsTest, NamesTheScopeThatCanReuse) {
  const auto help = [](const std::string& opens, const std::string& scope) {
    Scene scene("v('w')\n" + opens + "\nu('w')\n");
    scene.Make("net/w", scene.Call(scene.At("v('w')")));
    scene.log.events.emplace_back(ScopeEntered{0, scope, 1, scene.Call(scene.At(opens))});
    scene.Raise(ErrorKind::kVariableExists, "Variable net/w already exists", "net/w", 0,
                scene.Call(scene.At("u('w')")));
    return scene.Findings().at(0).help;
  };
  const std::string other = "; for a second variable, choose another name";
  const std::string unnamed = "to share it, open scope `net`, or one around it, with reuse=tf.AUTO_REUSE" + other;
  EXPECT_EQ(help("tf.variable_scope('net')", "net"),
            "to share it, pass reuse=tf.AUTO_REUSE to the scope at model.py:2" + other);
  EXPECT_EQ(help("tf.variable_scope('n')", "n"), unnamed);
  EXPECT_EQ(help("scope", "net"), unnamed);
}

TEST(InvalidScopeTest, SaysWhichArgumentIsWrong) {
  Scene scene("tf.variable_scope(scope, 'd', [x], reuse=1)\n");
  const std::vector<ArgumentSpan> arguments = {
      {"", scene.At("scope", 1)}, {"", scene.At("'d'")}, {"", scene.At("[x]")}, {"reuse", scene.At("reuse=1")}};
  const Site site = scene.Call(scene.At("tf.variable_scope(scope, 'd', [x], reuse=1)"), arguments);
  scene.Raise(ErrorKind::kInvalidScope, "The reuse parameter must be True or False or None.", "", kNoVariable, site);
  scene.Raise(ErrorKind::kInvalidScope, "'a b' is not a valid scope name", "a b", kNoVariable, site);
  scene.Raise(ErrorKind::kOther, "The reuse parameter must be True or False or None.", "", kNoVariable, site);
  const std::vector<Finding> findings = scene.Findings();
  ASSERT_EQ(findings.size(), 2u);
  EXPECT_EQ(findings[0].rule->code, "TFV106");
  EXPECT_EQ(findings[0].message, "reuse is not True, False, None or tf.AUTO_REUSE");
  EXPECT_EQ(scene.Text(findings[0].label), "reuse=1");
  EXPECT_EQ(findings[1].message, "`a b` is not a valid name");
  EXPECT_EQ(scene.Text(findings[1].label), "scope");
}

TEST(InvalidScopeTest, SaysWhatIsWrongWithAName) {
  Scene scene("tf.name_scope(n)\n");
  const Site site = scene.Call(scene.At("tf.name_scope(n)"));
  for (const char* name : {"x:0", "_w", "a b\u00e9$"}) {
    scene.Raise(ErrorKind::kInvalidScope, fmt::format("'{}' is not a valid scope name", name), name, kNoVariable, site);
  }
  const std::vector<Finding> findings = scene.Findings();
  ASSERT_EQ(findings.size(), 3u);
  EXPECT_EQ(findings[0].help, "`x:0` names a tensor: use x.op.name, which ends before the colon");
  EXPECT_EQ(findings[1].help, "at the top level a name starts with a letter, a digit or a dot");
  EXPECT_EQ(findings[2].help, "use letters, digits and `_.-/` only, as in `a_b__`");
}

/// A `tf.Variable` in an entry into a scope.
VariableMade& MakeInScope(Scene& scene, const std::string& name, const std::string& given, uint32_t entry, bool reuse,
                          Site site) {
  VariableMade& made = scene.Make(name, std::move(site), "tf.Variable");
  made.key.clear();
  made.given_name = given;
  made.explicit_name = given != "Variable";
  made.variable_scope = "net";
  made.scope_entry = entry;
  made.reuse_in_force = reuse;
  return made;
}

TEST(ReuseIgnoredTest, NamesTheVariableThatIsNotShared) {
  Scene scene("a('w')\nb('w')\nr()\n");
  MakeInScope(scene, "net/w", "w", 1, false, scene.Call(scene.At("a('w')")));
  scene.log.events.emplace_back(ReuseSet{0, "net", scene.Call(scene.At("r()"))});
  MakeInScope(scene, "net_1/w", "w", 2, true, scene.Call(scene.At("b('w')")));
  const std::vector<Finding> findings = scene.Findings();
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].rule->code, "TFV202");
  EXPECT_EQ(findings[0].message, "`net_1/w` is a new variable: tf.Variable ignores reuse");
  EXPECT_EQ(findings[0].label_text, "not shared with `net/w`");
  EXPECT_EQ(Messages(findings[0]),
            (std::vector<std::string>{"`net/w` created first at model.py:1", "reuse was switched on at model.py:3"}));
}

TEST(ReuseIgnoredTest, IsSilentWhereNothingIsRepeated) {
  const auto findings = [](const std::string& given, uint32_t entry, bool reuse, bool trainable) {
    Scene scene("f('w')\ng('w')\n");
    MakeInScope(scene, "net/w", "w", 1, true, scene.Call(scene.At("f('w')")));
    MakeInScope(scene, "net_1/v", given, entry, reuse, scene.Call(scene.At("g('w')"))).trainable = trainable;
    return scene.Findings().size();
  };
  EXPECT_EQ(findings("w", 2, true, true), 1u);
  EXPECT_EQ(findings("w", 2, true, false), 1u);
  EXPECT_EQ(findings("w", 2, false, true), 0u);        // the scope does not reuse
  EXPECT_EQ(findings("w", 1, true, true), 0u);         // one `with`
  EXPECT_EQ(findings("v", 2, true, true), 0u);         // another name
  EXPECT_EQ(findings("Variable", 2, true, true), 0u);  // no name, another call
}

TEST(ReuseIgnoredTest, MatchesUnnamedVariablesOfOneCallInOrder) {
  Scene scene("f()\n");
  const Site site = scene.Call(scene.At("f()"));
  for (const uint32_t entry : {1u, 2u}) {
    for (const char* name : {"Variable", "Variable_1"}) {
      MakeInScope(scene, fmt::format("net{}/{}", entry == 1 ? "" : "_1", name), "Variable", entry, true, site);
    }
  }
  const std::vector<Finding> findings = scene.Findings();
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].label_text, "not shared with `net/Variable`");
  EXPECT_EQ(Messages(findings[0]), std::vector<std::string>{"later calls make `net_1/Variable_1`"});
  for (Event& event : scene.log.events) std::get<VariableMade>(event).trainable = false;
  EXPECT_TRUE(scene.Findings().empty());
}

TEST(ReuseIgnoredTest, ARenamedVariableIsOneMistake) {
  Scene scene("a('w')\nb('w')\n");
  MakeInScope(scene, "net/w", "w", 1, false, scene.Call(scene.At("a('w')")));
  VariableMade& second = MakeInScope(scene, "net/w_1", "w", 1, true, scene.Call(scene.At("b('w')")));
  second.requested_name = "net/w";
  second.taken_by = 0;
  ASSERT_EQ(scene.Findings().size(), 1u);
  EXPECT_EQ(scene.Findings()[0].rule->code, "TFV202");
  second.reuse_in_force = false;
  ASSERT_EQ(scene.Findings().size(), 1u);
  EXPECT_EQ(scene.Findings()[0].rule->code, "TFV201");
}

TEST(NamePassedAsTrainableTest, CarriesAFixWhereOneIsSafe) {
  Scene scene("tf.Variable(0, 'w')\ntf.Variable(0, 'v', None)\ntf.Variable(*a)\n");
  const auto make = [&](const std::string& name, Span call, std::vector<ArgumentSpan> arguments) {
    const Site site = scene.Call(call, std::move(arguments));
    const VariableId id = scene.Make("Variable", site, "tf.Variable").variable;
    scene.log.events.emplace_back(NameAsTrainable{id, name, site});
  };
  make("w", scene.At("tf.Variable(0, 'w')"), {{"", scene.At("0")}, {"", scene.At("'w'")}});
  make("v", scene.At("tf.Variable(0, 'v', None)"),
       {{"", scene.At("0", 1)}, {"", scene.At("'v'")}, {"", scene.At("None")}});
  make("u", scene.At("tf.Variable(*a)"), {{"*", scene.At("*a")}});
  make("t", scene.At("tf.Variable"), {{"trainable", scene.At("'v'")}});
  make("False", scene.At("(0, 'w')"), {{"", scene.At("0")}, {"", scene.At("'w'")}});
  const std::vector<Finding> findings = scene.Findings();
  ASSERT_EQ(findings.size(), 3u);
  EXPECT_EQ(findings[0].message, "`w` is passed as trainable: this variable is named `Variable`");
  EXPECT_EQ(findings[0].help, "write name='w'");
  ASSERT_TRUE(findings[0].fix.has_value());
  EXPECT_EQ(scene.Text(findings[0].fix->edits.at(0).span), "'w'");
  EXPECT_EQ(findings[0].fix->edits.at(0).text, "name='w'");
  EXPECT_FALSE(findings[1].fix.has_value());
  EXPECT_EQ(findings[1].help, "pass it as name=");
  EXPECT_FALSE(findings[2].fix.has_value());
}

TEST(NotInModelVariablesTest, SpeaksWhereTheCollectionIsUsed) {
  Scene scene("a('a')\nb('b')\nr()\n");
  scene.Make("a", scene.Call(scene.At("a('a')")));
  EXPECT_TRUE(scene.Findings().empty());
  scene.Make("b", scene.Call(scene.At("b('b')")));
  scene.log.graphs[0][1].collections.emplace_back("model_variables");
  ASSERT_EQ(scene.Findings().size(), 1u);
  EXPECT_EQ(scene.Findings()[0].message, "`a` is not in MODEL_VARIABLES");
  EXPECT_EQ(Messages(scene.Findings()[0]), std::vector<std::string>{"`b` is added to it at model.py:2"});
  scene.log.error = ProgramError{};
  EXPECT_TRUE(scene.Findings().empty());
}

TEST(NotInModelVariablesTest, AReadIsAUseAndStatisticsAreNoWeights) {
  Scene scene("a('a')\nr()\n");
  scene.log.events.emplace_back(CollectionRead{0, "model_variables", scene.Call(scene.At("r()"))});
  scene.Make("a", scene.Call(scene.At("a('a')")));
  ASSERT_EQ(scene.Findings().size(), 1u);
  EXPECT_EQ(Messages(scene.Findings()[0]), std::vector<std::string>{"MODEL_VARIABLES is read at model.py:2"});
  std::get<VariableMade>(scene.log.events.back()).trainable = false;
  EXPECT_TRUE(scene.Findings().empty());
}

TEST(NoSuchApiTest, SaysWhereTheNameIs) {
  Scene scene("tf.model_variable\n");
  scene.log.events.emplace_back(ApiMissing{"tensorflow", "model_variable", "tf.contrib.framework.model_variable",
                                           "module 'tensorflow' has no attribute 'model_variable'", false,
                                           scene.Call(scene.At("tf.model_variable")), scene.At("model_variable")});
  ASSERT_EQ(scene.Findings().size(), 1u);
  EXPECT_EQ(scene.Findings()[0].message, "`tensorflow` has no `model_variable`");
  EXPECT_EQ(Messages(scene.Findings()[0]),
            std::vector<std::string>{"raises AttributeError: module 'tensorflow' has no attribute 'model_variable'"});
  EXPECT_EQ(scene.Findings()[0].help, "use `tf.contrib.framework.model_variable`");
  EXPECT_EQ(scene.Text(scene.Findings()[0].label), "model_variable");
}

TEST(AnalysisTest, SyntaxErrorsAndLimitsAreFindings) {
  Scene scene("x = (\n");
  scene.log.events.emplace_back(SyntaxError{"unexpected end of file", scene.At("(")});
  scene.log.events.emplace_back(LimitReached{"depth", scene.At("x")});
  const std::vector<Finding> findings = scene.Findings();
  ASSERT_EQ(findings.size(), 2u);
  EXPECT_EQ(findings[0].rule->code, "TFV901");
  EXPECT_EQ(findings[0].message, "unexpected end of file");
  EXPECT_EQ(findings[1].rule->code, "TFV902");
  EXPECT_EQ(findings[1].severity, Severity::kInfo);
}

// ---- the registry

std::string FirstSentence(std::string_view page, std::string_view heading) {
  const size_t at = page.find(heading);
  if (at == std::string_view::npos) return {};
  std::string text(page.substr(at + heading.size()));
  text.erase(0, text.find_first_not_of('\n'));
  std::ranges::replace(text, '\n', ' ');
  return text.substr(0, text.find(". ") + 1);
}

TEST(RegistryTest, CodesAndNamesAreUniqueAndInOrder) {
  std::set<std::string_view> names;
  std::string_view last;
  for (const Rule& rule : AllRules()) {
    EXPECT_LT(last, rule.info->code);
    last = rule.info->code;
    EXPECT_TRUE(names.insert(rule.info->name).second) << rule.info->name;
    EXPECT_EQ(rule.info->code.size(), 6u);
    EXPECT_TRUE(rule.info->code.starts_with("TFV"));
  }
}

TEST(RegistryTest, EveryRuleHasAPageWithAllHeadings) {
  constexpr std::string_view kHeadings[] = {"## What it does", "## Why it is a problem",  "## Example",
                                            "## Use instead",  "## When it stays silent", "## Options",
                                            "## References"};
  for (const Rule& rule : AllRules()) {
    const std::string_view page = RulePage(*rule.info);
    EXPECT_TRUE(page.starts_with(fmt::format("# {} ({})\n", rule.info->name, rule.info->code))) << rule.info->code;
    size_t at = 0;
    for (const std::string_view heading : kHeadings) {
      const size_t found = page.find(fmt::format("\n{}\n", heading), at);
      EXPECT_NE(found, std::string_view::npos) << rule.info->code << ": " << heading;
      at = found == std::string_view::npos ? at : found;
    }
    EXPECT_EQ(FirstSentence(page, "## What it does\n"), rule.info->summary) << rule.info->code;
  }
}

TEST(RegistryTest, EveryPageBelongsToARule) {
  for (const EmbeddedFile& page : RulePages()) {
    std::string name(page.path.substr(0, page.path.size() - 3));
    std::ranges::replace(name, '_', '-');
    EXPECT_NE(FindRule(name), nullptr) << page.path;
  }
}

TEST(RegistryTest, TheReadmeListsEveryRule) {
  std::ifstream stream(std::string(TFSCOPE_SOURCE_DIR) + "/README.md");
  const std::string readme{std::istreambuf_iterator<char>(stream), {}};
  for (const Rule& rule : AllRules()) {
    EXPECT_NE(readme.find(fmt::format("| {} | {} |", rule.info->code, rule.info->name)), std::string::npos)
        << rule.info->code;
  }
}

TEST(RegistryTest, SeveritiesAreAsContracted) {
  for (const Rule& rule : AllRules()) {
    const std::string_view code = rule.info->code;
    const bool error = code[3] == '1' || code == "TFV302" || code == "TFV304" || code == "TFV901";
    const Severity expected = error ? Severity::kError : code == "TFV902" ? Severity::kInfo : Severity::kWarning;
    EXPECT_EQ(rule.info->severity, expected) << code;
  }
}

}  // namespace
}  // namespace tfscope

// Names, scopes, stores and counters against what TensorFlow 1.15 does when run (the oracle's cases).
#include "analyzer/tensorflow/naming.h"

#include <gtest/gtest.h>

namespace tfscope {
namespace {

class NamingTest : public testing::Test {
 protected:
  NamingTest() : graph(naming.NewGraph(&object, false)) {}

  std::string Unique(std::string name) { return naming.UniqueName(graph, {std::move(name)}).text; }
  std::string Enter(std::string name) { return naming.EnterNameScope(graph, {std::move(name)})->text; }
  std::string Add(std::string name) { return naming.AddOperation(graph, {std::move(name)}, &object)->text; }
  std::string ScopeError(std::string name) {
    auto entered = naming.EnterNameScope(graph, {std::move(name)});
    return entered ? "" : entered.error().message;
  }
  VariableId Make(const std::string& key, Shape shape, bool resource = false) {
    VariableId id = naming.AddVariable({.graph = graph,
                                        .handle = &handles[next_handle++],
                                        .name = {key},
                                        .shape = std::move(shape),
                                        .dtype = "float32",
                                        .resource = resource});
    naming.Keep(graph, key, id);
    return id;
  }
  std::string ResolveError(const std::string& key, Reuse reuse, Shape shape = Shape::Unknown(),
                           std::string_view dtype = "float32") {
    auto found = naming.Resolve(graph, {key}, reuse, shape, dtype);
    return found ? "" : found.error().message;
  }

  int object = 0;
  int handles[16] = {};
  int next_handle = 0;
  Trail trail;
  Naming naming{trail};
  GraphIndex graph;
};

TEST_F(NamingTest, UniqueNamesIgnoreCaseAndKeepTheSpelling) {
  EXPECT_EQ(Unique("W"), "W");
  EXPECT_EQ(Unique("w"), "w_1");
  EXPECT_EQ(Unique("w_1"), "w_1_1");
  EXPECT_EQ(Unique("W"), "W_2");
}

TEST_F(NamingTest, SuffixesThatAreTakenAreSkipped) {
  EXPECT_EQ(Unique("w_1"), "w_1");
  EXPECT_EQ(Unique("w"), "w");
  EXPECT_EQ(Unique("w"), "w_2");
}

TEST_F(NamingTest, AskingWithoutMarkingTakesNothing) {
  EXPECT_EQ(naming.UniqueName(graph, {"w"}, false).text, "w");
  EXPECT_EQ(Unique("w"), "w");
  EXPECT_EQ(naming.UniqueName(graph, {"w"}, false).text, "w_1");
  EXPECT_EQ(Unique("w"), "w_1");
}

TEST_F(NamingTest, NameScopesNestAndAreMadeUnique) {
  EXPECT_EQ(Enter("a"), "a");
  EXPECT_EQ(Enter("b"), "a/b");
  EXPECT_EQ(Add("op"), "a/b/op");
  naming.SetNameScope(graph, {"a"});
  EXPECT_EQ(Enter("b"), "a/b_1");
  EXPECT_EQ(Enter("a/b/"), "a/b");
  EXPECT_EQ(Add("op"), "a/b/op_1");
  EXPECT_EQ(Enter(""), "");
  EXPECT_EQ(Enter("a"), "a_1");
}

TEST_F(NamingTest, ASlashInsideANameOpensNothing) {
  EXPECT_EQ(Add("layer/w"), "layer/w");
  EXPECT_EQ(Enter("layer"), "layer");
}

TEST_F(NamingTest, InvalidScopeNames) {
  EXPECT_EQ(ScopeError("a b"), "'a b' is not a valid scope name");
  EXPECT_EQ(ScopeError("_w"), "'_w' is not a valid scope name");
  EXPECT_EQ(ScopeError("a\\b"), "'a\\b' is not a valid scope name");
  EXPECT_EQ(ScopeError("ok"), "");
  EXPECT_EQ(ScopeError("_w"), "");  // inside a scope
}

TEST_F(NamingTest, PlaceholdersAreValidInNames) {
  auto entered = naming.EnterNameScope(graph, {"layer_{i}", true});
  ASSERT_TRUE(entered);
  EXPECT_TRUE(entered->symbolic);
  EXPECT_TRUE(naming.AddOperation(graph, {"w"}, &object)->symbolic);
}

TEST_F(NamingTest, OperationsAreCheckedByTheirWholeName) {
  auto invalid = naming.AddOperation(graph, {"_x"}, &object);
  ASSERT_FALSE(invalid);
  EXPECT_EQ(invalid.error().message, "'_x' is not a valid node name");
  EXPECT_EQ(naming.AddOperation(graph, {""}, &object).error().message, "'' is not a valid node name");
}

TEST_F(NamingTest, OperationsOtherThanConstantsOpenAScopeOfTheirName) {
  EXPECT_EQ(naming.AddOperation(graph, {"a b"}, &object, true).error().message, "'a b' is not a valid node name");
  EXPECT_EQ(naming.AddOperation(graph, {"a b"}, &object, false).error().message, "'a b' is not a valid scope name");
}

TEST_F(NamingTest, AbsoluteNamesAreNotMadeUnique) {
  EXPECT_EQ(Add("w/"), "w");
  auto again = naming.AddOperation(graph, {"w/"}, &object);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().message, "Duplicate node name in graph: 'w'");
  EXPECT_EQ(naming.FindOperation(graph, "w"), &object);
  EXPECT_EQ(naming.FindOperation(graph, "W"), nullptr);
}

TEST_F(NamingTest, TheStoreKeepsCase) {
  VariableId lower = Make("w", Shape::Of({2}));
  EXPECT_EQ(naming.Kept(graph, "w"), lower);
  EXPECT_EQ(naming.Kept(graph, "W"), kNoVariable);
}

TEST_F(NamingTest, ReuseTable) {
  auto made = [&](const char* key, Reuse reuse) {
    return naming.Resolve(graph, {key}, reuse, Shape::Unknown(), "float32");
  };
  VariableId w = Make("net/w", Shape::Of({2}));
  EXPECT_EQ(made("net/b", Reuse::kFalse), kNoVariable);
  EXPECT_EQ(made("net/b", Reuse::kAuto), kNoVariable);
  EXPECT_EQ(made("net/w", Reuse::kTrue), w);
  EXPECT_EQ(made("net/w", Reuse::kAuto), w);
  EXPECT_EQ(
      ResolveError("net/w", Reuse::kFalse),
      "Variable net/w already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?");
  EXPECT_EQ(made("net/w", Reuse::kFalse).error().other, w);
  EXPECT_EQ(ResolveError("net/b", Reuse::kTrue),
            "Variable net/b does not exist, or was not created with tf.get_variable(). Did you mean to set "
            "reuse=tf.AUTO_REUSE in VarScope?");
  EXPECT_EQ(made("net/b", Reuse::kTrue).error().certainty, Certainty::kMust);
  EXPECT_EQ(naming.Resolve(graph, {"net/{i}", true}, Reuse::kTrue, Shape::Unknown(), "").error().certainty,
            Certainty::kPossible);
}

TEST_F(NamingTest, SharingChecksShapeThenDtype) {
  Make("w", Shape::Of({2, 3}));
  EXPECT_EQ(ResolveError("w", Reuse::kAuto, Shape::Of({kUnknownDimension, 3})), "");
  EXPECT_EQ(ResolveError("w", Reuse::kAuto, Shape::Of({3, 2}), "int32"),
            "Trying to share variable w, but specified shape (3, 2) and found shape (2, 3).");
  EXPECT_EQ(ResolveError("w", Reuse::kTrue, Shape::Unknown(), "int32"),
            "Trying to share variable w, but specified dtype int32 and found dtype float32_ref.");
  Make("r", Shape::Of({2}), true);
  EXPECT_EQ(ResolveError("r", Reuse::kTrue, Shape::Unknown(), "int32"),
            "Trying to share variable r, but specified dtype int32 and found dtype float32.");
}

TEST_F(NamingTest, RanksZeroAndOneDiffer) {
  Make("w", Shape::Of({}));
  EXPECT_EQ(ResolveError("w", Reuse::kTrue, Shape::Of({1})),
            "Trying to share variable w, but specified shape (1,) and found shape ().");
}

TEST_F(NamingTest, PartitionedVariables) {
  Make("w/part_0", Shape::Of({2}));
  Make("w/part_1", Shape::Of({2}));
  naming.KeepPartitioned(graph, "w", {&object, Shape::Of({4}), "float32", {2}});
  auto error = [&](Reuse reuse, Shape shape, std::string_view dtype, std::vector<int64_t> partitions) {
    auto found = naming.ResolvePartitioned(graph, {"w"}, reuse, shape, dtype, partitions);
    return found ? "" : found.error().message;
  };
  EXPECT_EQ(error(Reuse::kFalse, Shape::Of({4}), "float32", {2}),
            "Partitioned variable with name w already exists. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in "
            "VarScope?");
  EXPECT_EQ(error(Reuse::kTrue, Shape::Of({5}), "float32", {2}),
            "Trying to reuse partitioned variable w, but specified shape (5,) and found shape (4,).");
  EXPECT_EQ(error(Reuse::kTrue, Shape::Of({4}), "float64", {2}),
            "Trying to reuse partitioned variable w, but specified dtype float64 and found dtype float32.");
  EXPECT_EQ(error(Reuse::kTrue, Shape::Of({4}), "float32", {3}),
            "Trying to reuse partitioned variable w, but specified partitions [3] and found partitions [2].");
  EXPECT_EQ(error(Reuse::kTrue, Shape::Of({4}), "float32", {2}), "");
  EXPECT_EQ(
      naming.CheckNotPartitioned(graph, {"w"})->message,
      "No partitioner was provided, but a partitioned version of the variable was found: w/part_0. Perhaps a variable "
      "of the same name was already created with partitioning?");
  EXPECT_FALSE(naming.CheckNotPlain(graph, {"w"}));
}

TEST_F(NamingTest, PlainVariableWhereAPartitionedOneIsAskedFor) {
  Make("v", Shape::Of({4}));
  EXPECT_EQ(
      naming.CheckNotPlain(graph, {"v"})->message,
      "A partitioner was provided, but an unpartitioned version of the variable was found: v.  Perhaps a variable of "
      "the same name was already created without partitioning?");
  auto missing = naming.ResolvePartitioned(graph, {"u"}, Reuse::kTrue, Shape::Of({4}), "float32", std::nullopt);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().message,
            "PartitionedVariable u does not exist, or was not created with tf.get_variable(). Did you mean to set "
            "reuse=False or reuse=tf.AUTO_REUSE in VarScope?");
}

TEST_F(NamingTest, WhyAVariableIsRenamed) {
  Add("net");
  VariableId w = Make("w", Shape::Of({}));
  EXPECT_EQ(naming.HistoryOf(graph, "w", "w_1").taken_by, w);
  EXPECT_TRUE(naming.HistoryOf(graph, "net", "net_1").taken_by_scope_only);
  EXPECT_FALSE(naming.HistoryOf(graph, "b", "b").taken_by_scope_only);
}

TEST_F(NamingTest, DefaultNamesGoByTheCountsOfScopes) {
  EXPECT_EQ(naming.UniqueScope(graph, "conv"), "conv");
  naming.OpenScope(graph, "conv");
  EXPECT_EQ(naming.UniqueScope(graph, "conv"), "conv_1");
  naming.OpenScope(graph, "conv_1");
  EXPECT_EQ(naming.UniqueScope(graph, "conv"), "conv_2");
}

TEST_F(NamingTest, LeavingAScopeByNameForgetsTheCountsBelow) {
  naming.OpenScope(graph, "net");
  naming.OpenScope(graph, "net/conv");
  naming.OpenScope(graph, "network/conv");
  naming.CloseSubscopes(graph, "net");
  EXPECT_EQ(naming.UniqueScope(graph, "net/conv"), "net/conv");
  EXPECT_EQ(naming.UniqueScope(graph, "network/conv"), "network/conv_1");
  EXPECT_EQ(naming.UniqueScope(graph, "net"), "net_1");
}

TEST_F(NamingTest, LeavingAScopeByObjectRestoresTheCounts) {
  naming.OpenScope(graph, "a");
  size_t outer = naming.RememberScopeCounts(graph);
  naming.OpenScope(graph, "conv");
  size_t inner = naming.RememberScopeCounts(graph);
  naming.OpenScope(graph, "conv_1");
  naming.RestoreScopeCounts(graph, inner);
  EXPECT_EQ(naming.UniqueScope(graph, "conv"), "conv_1");
  naming.RestoreScopeCounts(graph, outer);
  EXPECT_EQ(naming.UniqueScope(graph, "conv"), "conv");
  EXPECT_EQ(naming.UniqueScope(graph, "a"), "a_1");
}

TEST_F(NamingTest, GraphsHaveNothingInCommon) {
  Unique("w");
  Make("k", Shape::Of({}));
  GraphIndex function = naming.NewGraph(&object, true);
  GraphIndex other = naming.NewGraph(&object, false);
  EXPECT_EQ(naming.UniqueName(other, {"w"}).text, "w");
  EXPECT_EQ(naming.Kept(other, "k"), kNoVariable);
  EXPECT_EQ(naming.ListedId(function), std::nullopt);
  EXPECT_EQ(naming.ListedId(other), GraphId{1});
}

TEST_F(NamingTest, LayerNumbersPerTable) {
  EXPECT_EQ(naming.NextLayerNumber(graph, "keras", "dense"), 1u);
  EXPECT_EQ(naming.NextLayerNumber(graph, "keras", "dense"), 2u);
  EXPECT_EQ(naming.NextLayerNumber(graph, "other", "dense"), 1u);
}

TEST_F(NamingTest, TheTrailUndoesEverything) {
  Unique("w");
  naming.OpenScope(graph, "a");
  size_t remembered = naming.RememberScopeCounts(graph);
  naming.OpenScope(graph, "a/b");
  VariableId kept = Make("kept", Shape::Of({}));
  uint64_t writes = trail.naming_writes();

  TrailMark mark = trail.Open();
  Unique("w");
  Enter("scope");
  Add("op");
  Make("lost", Shape::Of({}));
  naming.KeepPartitioned(graph, "lost", {&object, Shape::Of({4}), "float32", {2}});
  naming.OpenScope(graph, "a/b");
  naming.RestoreScopeCounts(graph, remembered);
  naming.CloseSubscopes(graph, "a");
  naming.NextLayerNumber(graph, "keras", "dense");
  GraphIndex other = naming.NewGraph(&object, false);
  naming.UniqueName(other, {"x"});
  EXPECT_GT(trail.naming_writes(), writes);
  trail.RollBack(mark);
  trail.Close();

  EXPECT_EQ(naming.NameScope(graph).text, "");
  EXPECT_EQ(Unique("w"), "w_1");
  EXPECT_EQ(naming.FindOperation(graph, "scope/op"), nullptr);
  EXPECT_TRUE(naming.Operations(graph).empty());
  EXPECT_EQ(naming.variable_count(), 1u);
  EXPECT_EQ(naming.Kept(graph, "kept"), kept);
  EXPECT_EQ(naming.Kept(graph, "lost"), kNoVariable);
  EXPECT_FALSE(naming.IsPartitioned(graph, "lost"));
  EXPECT_EQ(naming.UniqueScope(graph, "a/b"), "a/b_1");
  EXPECT_EQ(naming.NextLayerNumber(graph, "keras", "dense"), 1u);
  EXPECT_EQ(naming.graph_count(), 1u);
  EXPECT_EQ(naming.ListedId(naming.NewGraph(&object, false)), GraphId{1});
}

TEST(ShapeTest, Texts) {
  EXPECT_EQ(Shape::Unknown().ToString(), "<unknown>");
  EXPECT_EQ(Shape::Of({}).ToString(), "()");
  EXPECT_EQ(Shape::Of({3}).ToString(), "(3,)");
  EXPECT_EQ(Shape::Of({2, kUnknownDimension}).ToString(), "(2, ?)");
}

TEST(ShapeTest, CompatibilityAndSize) {
  EXPECT_TRUE(Shape::Of({2, kUnknownDimension}).CompatibleWith(Shape::Of({2, 3})));
  EXPECT_TRUE(Shape::Unknown().CompatibleWith(Shape::Of({2, 3})));
  EXPECT_FALSE(Shape::Of({2}).CompatibleWith(Shape::Of({2, 3})));
  EXPECT_EQ(Shape::Of({2, 3}).ElementCount(), 6);
  EXPECT_EQ(Shape::Of({}).ElementCount(), 1);
  EXPECT_EQ(Shape::Of({0, int64_t{1} << 40, int64_t{1} << 40}).ElementCount(), 0);
  EXPECT_EQ(Shape::Of({int64_t{1} << 40, int64_t{1} << 40}).ElementCount(), -1);
  EXPECT_EQ(Shape::Of({2, kUnknownDimension}).ElementCount(), -1);
}

}  // namespace
}  // namespace tfscope

using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class UnusableSetting : RuleSamples
{
    public override string Id => "LRG090";

    public override IEnumerable<Sample> Wrong =>
    [
        Set("no number", "lrgen.total_steps = many", "The setting 'lrgen.total_steps = many' is not understood; give a number above 0, with a point and without separators"),
        Set("no optimizer", "lrgen.optimizer = adams",
            "The setting 'lrgen.optimizer = adams' is not understood; use one of unspecified, sgd, nesterov, adam, adam_w, n_adam, r_adam, adamax, lion, lamb, lars, "
                + "rms_prop, adagrad, adadelta, adafactor, muon, lbfgs, learning_rate_free, other, schedule_free"),
        Set("no key", "lrgen.total_stepz = 10", "The setting 'lrgen.total_stepz = 10' is not understood; there is no such key; the keys are in the README of the rules"),
        Set("no scope", "lrgen.max_rate.adam.netwrok = 0.05", "The setting 'lrgen.max_rate.adam.netwrok = 0.05' is not understood; write lrgen.max_rate.<optimizer>.<scope>, for example lrgen.max_rate.adam.fine_tune"),
        Set("momentum of 1", "lrgen.momentum = 1", "The setting 'lrgen.momentum = 1' is not understood; give a number from 0 to below 1"),
        Set("no rate", "lrgen.max_rate.adam = -1", "The setting 'lrgen.max_rate.adam = -1' is not understood; give a rate above 0"),
        Set("no flag", "lrgen.master_weights = 1", "The setting 'lrgen.master_weights = 1' is not understood; use true or false"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("all keys", Method("Constant(0.01)"))
        {
            Settings = """
                lrgen.optimizer = adamw
                lrgen.scope = fine-tune
                lrgen.weight_type = float32
                lrgen.counts = steps
                lrgen.master_weights = true
                lrgen.total_steps = 10000
                lrgen.steps_per_epoch = 500
                lrgen.batch_size = 128
                lrgen.reference_batch_size = 256
                lrgen.gradient_accumulation = 2
                lrgen.devices = 1
                lrgen.tokens_per_sample = 1024
                lrgen.momentum = 0.9
                lrgen.gradient_clip = 1.0
                lrgen.max_rate.adam.fine_tune = 0.01
                lrgen.max_rate.ADAMW = 0.02
                dotnet_diagnostic.LRG041.severity = none
                """,
        },
    ];

    private static Sample Set(string name, string settings, string message) => new(name, Method("Constant(0.01)"), message) { Settings = settings, Start = "{|LRG090:|}" };
}

using System.CommandLine;
using OnRecord.Lab.Scores;
using OnRecord.Lab.Training;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Places;
using OnRecord.Language.Parses;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Naming;

/// <summary>`lab train-names`: the second stage of the language core, a network of names on top of the parser that `lab train` made.</summary>
internal static class TrainNames
{
    public static Command Create()
    {
        var standard = new NameOptions();
        var data = new Option<string>("--data") { Description = "The folder of data sets", DefaultValueFactory = _ => "../shared/data" };
        var lists = new Option<string>("--lists") { Description = "The repository's data folder, with the actors and the gazetteer", DefaultValueFactory = _ => "data" };
        var model = new Option<string>("--model") { Description = "The model whose parser is taken", DefaultValueFactory = _ => "models/core-en.bin" };
        var output = new Option<string>("--out") { Description = "Where the model goes", DefaultValueFactory = _ => "models/core-en.bin" };
        var passes = new Option<int>("--passes") { Description = "Passes over the data", DefaultValueFactory = _ => standard.Passes };
        var every = new Option<int>("--every") { Description = "Passes between measurements on the dev sets", DefaultValueFactory = _ => 8 };
        var cells = new Option<int>("--cells") { Description = "Cells of the recurrence in one direction", DefaultValueFactory = _ => standard.Cells };
        var links = new Option<float>("--links") { Description = "What a sentence with links counts; 0 leaves them out", DefaultValueFactory = _ => standard.Links };
        var re3d = new Option<float>("--re3d") { Description = "What a sentence of re3d counts; 0 leaves them out", DefaultValueFactory = _ => standard.Re3d };
        var gum = new Option<float>("--gum") { Description = "What a sentence of GUM counts; 0 leaves them out", DefaultValueFactory = _ => standard.Gum };
        var unlisted = new Option<float>("--unlisted") { Description = "How often a sentence's names are shown as not listed", DefaultValueFactory = _ => standard.Unlisted };
        var hide = new Option<float>("--hide") { Description = "How often a capitalised word shows only its vector", DefaultValueFactory = _ => standard.Hide };
        var untagged = new Option<float>("--untagged") { Description = "How often a word is shown without its part of speech", DefaultValueFactory = _ => standard.Untagged };
        var finish = new Option<int>("--finish") { Description = "The last passes that see Universal NER's sentences alone", DefaultValueFactory = _ => standard.Finish };
        var self = new Option<int>("--self-from") { Description = "The pass, from 0, before which the network marks what is left open where it is sure; 0 for never", DefaultValueFactory = _ => standard.SelfFrom };
        var share = new Option<float>("--share") { Description = "What the shared network's odds of names count", DefaultValueFactory = _ => standard.Share };
        var teachers = new Option<string[]>("--teachers") { Description = "Models whose networks of names teach this one beside the marks", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true };
        var halves = new Option<string[]>("--halves") { Description = "Two models of `lab train --part 2`, --from 0 and --from 1: each reads the treebank sentences that it did not learn from", DefaultValueFactory = _ => [], Arity = new ArgumentArity(0, 2), AllowMultipleArgumentsPerToken = true };
        var tags = new Option<string>("--tags") { Description = "A file that keeps what the parsers say of the sentences, for the next run on the same data", DefaultValueFactory = _ => "" };
        var commit = new Option<string>("--commit") { Description = "The commit that the note beside the model names", DefaultValueFactory = _ => "" };
        var seed = new Option<ulong>("--seed") { Description = "The seed of all chance", DefaultValueFactory = _ => standard.Seed };
        var command = new Command("train-names", "Trains the network of names on top of a trained parser, which it leaves as it is.") { data, lists, model, output, passes, every, cells, links, re3d, gum, unlisted, hide, untagged, finish, self, share, teachers, halves, tags, seed, commit };
        command.SetAction(r => Run(r.GetValue(tags)!, r.GetValue(halves)!, r.GetValue(teachers)!, r.GetValue(data)!, r.GetValue(lists)!, r.GetValue(model)!, r.GetValue(output)!, r.GetValue(every), r.GetValue(commit)!, standard with
        {
            Passes = r.GetValue(passes),
            Cells = r.GetValue(cells),
            Links = r.GetValue(links),
            Re3d = r.GetValue(re3d),
            Gum = r.GetValue(gum),
            Unlisted = r.GetValue(unlisted),
            Hide = r.GetValue(hide),
            Untagged = r.GetValue(untagged),
            Finish = r.GetValue(finish),
            SelfFrom = r.GetValue(self),
            Share = r.GetValue(share),
            Seed = r.GetValue(seed),
        }));
        return command;
    }

    private static int Run(string tags, string[] halves, string[] teachers, string data, string lists, string modelPath, string output, int every, string commit, NameOptions options)
    {
        var actors = ActorIndex.Load(Path.Combine(lists, "actors"));
        if (actors.Value is null) return LabModel.Fail(actors.Problem!);
        var opened = Gazetteer.Open(Path.Combine(lists, "gazetteer.bin"));
        if (opened.Value is not { } gazetteer) return LabModel.Fail(opened.Problem!);
        using var closing = gazetteer;
        var model = ModelFile.Open(modelPath);
        if (model.Value is not { } file) return LabModel.Fail(model.Problem!);
        using var open = file;
        // What the links say is read with the shared network alone, so that it does not matter whether the model had a network of names before.
        var shared = output + ".shared";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
        ModelWriter.WriteShared(shared, file);
        var parser = Parser.Load(shared).Value!;
        var corpus = NameCorpus.Read(data, options);
        var linked = new LinkedSentences(actors.Value, new LinkKinds(actors.Value, gazetteer));
        var sentences = linked.Read(Path.Combine(data, "current-events"), parser, options.Links);
        var reports = new Re3dSentences(actors.Value).Read(Path.Combine(data, "re3d"), parser, options.Re3d);
        List<NameSentence> more = [.. options.Links > 0 ? sentences : [], .. options.Re3d > 0 ? reports : []];
        List<NameSentence> all = [.. corpus.Train, .. more];
        if (tags.Length == 0 || !NameTags.Load(tags, all))
        {
            var read = halves.Select(Parser.Load).ToList();
            if (read.Exists(r => r.Value is null)) return LabModel.Fail(read.Find(r => r.Value is null).Problem!);
            NameTags.Set(all, parser, [.. read.Select(r => r.Value!)]);
            foreach (var half in read) half.Value!.Dispose();
            if (tags.Length > 0) NameTags.Save(tags, all);
        }
        parser.Dispose();
        File.Delete(shared);
        var list = new NameListMaker();
        list.Add(gazetteer);
        list.Add(actors.Value);
        list.Add(linked);
        Console.WriteLine($"links lead to {linked.Persons.Count} persons and {linked.Organisations.Count} organisations");
        var masters = new List<Parameters>();
        foreach (var path in teachers)
        {
            var teacher = ModelFile.Open(path);
            if (teacher.Value is not { } taught) return LabModel.Fail(teacher.Problem!);
            using var done = taught;
            masters.Add(Parameters.OfNames(taught));
        }
        var trainer = new NameTrainer(corpus, more, list.Entries, file, options, Console.WriteLine, masters);
        var (ewt, gum) = trainer.Run(output, every);
        ModelNote.WriteNames(modelPath, output, options, commit, ewt, gum);
        return 0;
    }
}

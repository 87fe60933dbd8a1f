namespace OnRecord.Language.Mentions.Actors;

/// <summary>What a phrase was identified as.</summary>
/// <param name="Actor">The identity ("taliban", "AF/military"), or null where none could be given.</param>
/// <param name="Entry">The actor of the list that it rests on, or null.</param>
/// <param name="Role">The class of the collective that heads the phrase, or null.</param>
/// <param name="Title">The office that heads the phrase, or null.</param>
/// <param name="Head">The head word's key in the singular.</param>
/// <param name="Reason">Why there is no identity; null where there is one.</param>
public sealed record ActorMatch(string? Actor, ActorEntry? Entry, RoleClass? Role, TitleClass? Title, string Head, string? Reason);

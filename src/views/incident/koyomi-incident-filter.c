#include "koyomi-incident-filter.h"

#include "koyomi-text-fold.h"

#include <string.h>

#define SEVERITY_WORD "severity="
#define KIND_WORD "kind="

KoyomiIncidentFilter *
koyomi_incident_filter_new (void)
{
  KoyomiIncidentFilter *self = g_new0 (KoyomiIncidentFilter, 1);

  self->search = g_strdup ("");

  return self;
}

KoyomiIncidentFilter *
koyomi_incident_filter_copy (const KoyomiIncidentFilter *self)
{
  KoyomiIncidentFilter *copy = g_memdup2 (self, sizeof *self);

  copy->search = g_strdup (self->search);

  return copy;
}

void
koyomi_incident_filter_free (KoyomiIncidentFilter *self)
{
  g_free (self->search);
  g_free (self);
}

/* Whether it asks for something beside the states. */
gboolean
koyomi_incident_filter_is_empty (const KoyomiIncidentFilter *self)
{
  return !koyomi_incident_filter_is_set (self) && self->team == 0 && *self->search == '\0';
}

/* Whether something is asked for that only the popover shows. */
gboolean
koyomi_incident_filter_is_set (const KoyomiIncidentFilter *self)
{
  return self->mine || self->severities != 0 || self->kinds != 0;
}

static gboolean
is_led_by (const KoyomiIncidentCard *card,
           const char               *folded_person)
{
  g_autofree char *folded = koyomi_text_fold (card->lead);

  return *folded != '\0' && g_str_equal (folded, folded_person);
}

/* Beside the state, for a board shows how many are in the states that it does not show, and the search, which is for the board as well.
 * @folded_person: who asks for what is mine */
gboolean
koyomi_incident_filter_matches (const KoyomiIncidentFilter *self,
                                const KoyomiIncidentCard   *card,
                                const char                 *folded_person)
{
  return (self->severities == 0 || self->severities & 1u << card->severity) &&
         (self->kinds == 0 || self->kinds & 1u << card->kind) && (self->team == 0 || self->team == card->team_id) &&
         (!self->mine || is_led_by (card, folded_person));
}

static const KoyomiField *
get_field (int field)
{
  return &koyomi_dictionary_get_table (KOYOMI_TABLE_INCIDENT)->fields[KOYOMI_FIELD_INDEX (field)];
}

static void
append_word (GString    *text,
             const char *word)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, word);
}

static void
append_choices (GString           *text,
                const char        *word,
                const KoyomiField *field,
                guint              choices)
{
  const char *separator = "";

  if (choices != 0)
    append_word (text, word);
  for (guint i = 0; field->words[i].nick != NULL; i++)
    if (choices & 1u << i)
      {
        g_string_append_printf (text, "%s%s", separator, field->words[i].nick);
        separator = ",";
      }
}

char *
koyomi_incident_filter_format (const KoyomiIncidentFilter *self)
{
  GString *text = g_string_new (NULL);

  if (self->all)
    append_word (text, "all");
  if (self->mine)
    append_word (text, "mine");
  append_choices (text, SEVERITY_WORD, get_field (KOYOMI_INCIDENT_SEVERITY), self->severities);
  append_choices (text, KIND_WORD, get_field (KOYOMI_INCIDENT_KIND), self->kinds);

  return g_string_free (text, FALSE);
}

static guint
parse_choices (const char        *text,
               const KoyomiField *field)
{
  g_auto(GStrv) words = g_strsplit (text, ",", -1);
  guint choices = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int choice = koyomi_field_find_word (field, words[i]);

      if (choice >= 0)
        choices |= 1u << choice;
    }

  return choices;
}

/* What is not understood asks for nothing. */
KoyomiIncidentFilter *
koyomi_incident_filter_parse (const char *text)
{
  KoyomiIncidentFilter *self = koyomi_incident_filter_new ();
  g_auto(GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      self->all |= g_str_equal (words[i], "all");
      self->mine |= g_str_equal (words[i], "mine");
      if (g_str_has_prefix (words[i], SEVERITY_WORD))
        self->severities = parse_choices (words[i] + strlen (SEVERITY_WORD), get_field (KOYOMI_INCIDENT_SEVERITY));
      if (g_str_has_prefix (words[i], KIND_WORD))
        self->kinds = parse_choices (words[i] + strlen (KIND_WORD), get_field (KOYOMI_INCIDENT_KIND));
    }

  return self;
}

static void
append_part (GString    *text,
             const char *separator,
             const char *part)
{
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

static void
describe_choices (GString           *text,
                  const KoyomiField *field,
                  guint              choices,
                  KoyomiLanguage     language)
{
  g_autoptr(GString) part = g_string_new (NULL);

  for (guint i = 0; field->words[i].nick != NULL; i++)
    if (choices & 1u << i)
      append_part (part, koyomi_tr (language, ", "), koyomi_field_get_word_label (field, i, language));
  if (part->len > 0)
    append_part (text, " · ", part->str);
}

/* In words. @team: (nullable): the name of the filter's team */
char *
koyomi_incident_filter_describe (const KoyomiIncidentFilter *self,
                                 const char                 *team,
                                 KoyomiLanguage              language)
{
  GString *text = g_string_new (NULL);

  if (self->mine)
    append_part (text, " · ", koyomi_tr (language, "Led by me"));
  describe_choices (text, get_field (KOYOMI_INCIDENT_SEVERITY), self->severities, language);
  describe_choices (text, get_field (KOYOMI_INCIDENT_KIND), self->kinds, language);
  if (team != NULL)
    append_part (text, " · ", team);
  if (*self->search != '\0')
    {
      g_autofree char *search = g_strdup_printf (koyomi_tr (language, "“%s”"), self->search);

      append_part (text, " · ", search);
    }

  return g_string_free (text, FALSE);
}

#include "koyomi-incident-statistics-private.h"

#include "koyomi-day.h"

#include <math.h>
#include <string.h>

#define HOUR 3600000.0

static int
compare_cards (gconstpointer a,
               gconstpointer b)
{
  const KoyomiIncidentCard *first = *(const KoyomiIncidentCard * const *) a;
  const KoyomiIncidentCard *second = *(const KoyomiIncidentCard * const *) b;
  int difference = strcmp (first->number, second->number);

  return difference != 0 ? difference : (first->id > second->id) - (first->id < second->id);
}

/* Returns: (transfer full) (element-type KoyomiIncidentCard): those between the days, by number. @first_day: KOYOMI_DAY_NONE for all */
GPtrArray *
_koyomi_incident_list_choose (const KoyomiIncidentBoard *board,
                              guint32                    first_day,
                              guint32                    last_day)
{
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; i < koyomi_incident_board_get_n_cards (board); i++)
    {
      KoyomiIncidentCard *card = koyomi_incident_board_get_card (board, i);
      guint32 day = card->since != 0 ? koyomi_time_get_day (card->since) : KOYOMI_DAY_NONE;

      if (first_day == KOYOMI_DAY_NONE || (day >= first_day && day <= last_day))
        g_ptr_array_add (cards, card);
    }
  g_ptr_array_sort (cards, compare_cards);

  return cards;
}

/* A time that may lie in a range has a column for the end of it as well. */
static void
add_time_columns (KoyomiDocument      *document,
                  KoyomiDocumentTable *table,
                  KoyomiIncidentTime   time)
{
  const char *label = koyomi_incident_time_get_label (time, document->language);
  g_autofree char *end = NULL;

  _koyomi_document_add_column (table, label, 4);
  if (!koyomi_incident_time_can_be_range (time))
    return;

  end = g_strdup_printf (koyomi_tr (document->language, N_("%s at the latest")), label);
  _koyomi_document_add_column (table, g_intern_string (end), 4);
}

static void
add_columns (KoyomiDocument      *document,
             KoyomiDocumentTable *table)
{
  static const KoyomiDocumentColumn facts[] = {
    { N_("Number"), 3 }, { N_("Kind"), 3 }, { N_("Title"), 9 }, { N_("Severity"), 3 }, { N_("State"), 3 }, { N_("Class"), 6 },
    { N_("TLP"), 3 }, { N_("Team"), 5 }, { N_("Lead"), 4 }, { N_("Found by"), 4 }, { N_("Found by outsiders"), 3 },
    { N_("Counted in the figures"), 3 }, { N_("Recurrence of"), 3 }, { N_("Merged into"), 3 },
  };
  static const KoyomiDocumentColumn work[] = {
    { N_("Incident tasks"), 2 }, { N_("Tasks done"), 2 }, { N_("Tasks late"), 2 }, { N_("Follow-up activities"), 3 },
    { N_("Next report"), 8 }, { N_("Due"), 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    _koyomi_document_add_column (table, koyomi_tr (document->language, facts[i].label), facts[i].width);
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    add_time_columns (document, table, i);
  _koyomi_document_add_column (table, koyomi_tr (document->language, N_("Estimated times")), 4);
  _koyomi_document_add_column (table, koyomi_tr (document->language, N_("Times that cannot be known")), 4);
  for (guint i = 0; i < KOYOMI_N_MEASURES; i++)
    {
      /* Translators: TTD, TTA, TTC or TTR, how long something took */
      g_autofree char *label = g_strdup_printf (koyomi_tr (document->language, N_("%s (hours)")), koyomi_measure_get_code (i));

      _koyomi_document_add_column (table, g_intern_string (label), 3);
    }
  for (guint i = 0; i < G_N_ELEMENTS (work); i++)
    _koyomi_document_add_column (table, koyomi_tr (document->language, work[i].label), work[i].width);
}

/* Returns: (transfer full): the names of the times that are so */
char *
_koyomi_incident_list_name_times (const KoyomiIncidentTimes *times,
                                  KoyomiCertainty            certainty,
                                  KoyomiLanguage             language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (times->certainty[i] == certainty)
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : language == KOYOMI_LANGUAGE_JA ? "、" : ", ",
                              koyomi_incident_time_get_label (i, language));

  return g_string_free (text, FALSE);
}

static const char *
get_number (const KoyomiIncidentBoard *board,
            gint64                     id)
{
  const KoyomiIncidentCard *card = id != 0 ? koyomi_incident_board_find (board, id) : NULL;

  return card != NULL ? card->number : "";
}

static void
add_facts (KoyomiDocumentRow         *row,
           const KoyomiIncidentBoard *board,
           const KoyomiIncidentCard  *card,
           KoyomiLanguage             language)
{
  const char *yes = koyomi_tr (language, N_("Yes"));
  const char *no = koyomi_tr (language, N_("No"));

  _koyomi_document_add_text (row, card->number);
  _koyomi_document_add_text (row, koyomi_incident_kind_get_label (card->kind, language));
  _koyomi_document_add_text (row, card->title);
  _koyomi_document_add_text (row, koyomi_severity_get_label (card->severity, language));
  _koyomi_document_add_text (row, koyomi_incident_state_get_label (card->state, language));
  _koyomi_document_add_text (row, *card->class != '\0' ? koyomi_incident_class_get_label (card->class, language) : "");
  _koyomi_document_add_text (row, card->tlp);
  _koyomi_document_add_text (row, card->team);
  _koyomi_document_add_text (row, card->lead);
  _koyomi_document_add_text (row, card->detected_by);
  _koyomi_document_add_text (row, card->found_outside ? yes : no);
  _koyomi_document_add_text (row, koyomi_incident_card_counts (card) ? yes : no);
  _koyomi_document_add_text (row, get_number (board, card->recurrence_of));
  _koyomi_document_add_text (row, get_number (board, card->merged_into));
}

static void
add_times (KoyomiDocumentRow        *row,
           const KoyomiIncidentCard *card,
           KoyomiLanguage            language)
{
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    {
      gboolean is_range = card->times.certainty[i] == KOYOMI_CERTAINTY_RANGE;

      _koyomi_document_add_time (row, is_range ? koyomi_incident_times_get_first (&card->times, i)
                                               : koyomi_incident_times_is_known (&card->times, i) ? card->times.at[i] : 0);
      if (koyomi_incident_time_can_be_range (i))
        _koyomi_document_add_time (row, is_range ? koyomi_incident_times_get_last (&card->times, i) : 0);
    }
  _koyomi_document_take_text (row, _koyomi_incident_list_name_times (&card->times, KOYOMI_CERTAINTY_ESTIMATED, language));
  _koyomi_document_take_text (row, _koyomi_incident_list_name_times (&card->times, KOYOMI_CERTAINTY_UNKNOWN, language));
  for (guint i = 0; i < KOYOMI_N_MEASURES; i++)
    {
      gint64 length;

      _koyomi_document_add_number (row, koyomi_measure_take (i, &card->times, &length, NULL) ? length / HOUR : NAN);
    }
}

static void
add_card (KoyomiDocumentTable       *table,
          const KoyomiIncidentBoard *board,
          const KoyomiIncidentCard  *card,
          KoyomiLanguage             language)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "incident", card->id);

  add_facts (row, board, card, language);
  add_times (row, card, language);
  _koyomi_document_add_number (row, card->n_tasks);
  _koyomi_document_add_number (row, card->n_done);
  _koyomi_document_add_number (row, card->n_late);
  _koyomi_document_add_number (row, card->n_follow_ups);
  _koyomi_document_add_text (row, card->clock);
  _koyomi_document_add_time (row, card->clock_id != 0 ? card->clock_due : 0);
}

/* A row an incident, drills with their kind among them, on the sheet that was added last. @first_day: KOYOMI_DAY_NONE for all */
void
_koyomi_incident_list_add (KoyomiDocument            *document,
                           const KoyomiIncidentBoard *board,
                           guint32                    first_day,
                           guint32                    last_day)
{
  g_autoptr(GPtrArray) cards = _koyomi_incident_list_choose (board, first_day, last_day);
  KoyomiDocumentTable *table = _koyomi_document_add_table (document, koyomi_tr (document->language, N_("Incidents")));

  table->is_list = TRUE;
  table->n_names = 3;
  table->empty = g_strdup (koyomi_tr (document->language, N_("No incidents")));
  add_columns (document, table);
  for (guint i = 0; i < cards->len; i++)
    add_card (table, board, g_ptr_array_index (cards, i), document->language);
}

/* All incidents of the plan, and nothing else. */
KoyomiDocument *
_koyomi_incident_list_new (KoyomiSession   *session,
                           gint64           now,
                           KoyomiLanguage   language,
                           GError         **error)
{
  g_autoptr(KoyomiIncidentBoard) board = koyomi_session_load_incident_board (session, now, language, error);
  g_autoptr(KoyomiDocument) document = NULL;

  if (board == NULL || (document = _koyomi_document_new (session, koyomi_time_get_day (now), language, error)) == NULL)
    return NULL;

  document->title = g_strdup (koyomi_tr (language, N_("Incidents")));
  document->subject = g_strdup ("");
  document->period = g_strdup ("");
  _koyomi_document_add_sheet (document, document->title);
  _koyomi_incident_list_add (document, board, KOYOMI_DAY_NONE, KOYOMI_DAY_NONE);

  return g_steal_pointer (&document);
}

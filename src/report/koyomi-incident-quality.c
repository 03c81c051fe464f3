#include "koyomi-incident-statistics-private.h"

#include "koyomi-document-parts-private.h"

/* What may be wanting in an incident, and what that does to the figures. */
typedef struct
{
  const char *label;
  const char *note;
  gboolean  (*is_so) (const KoyomiIncidentCard *card);
} Check;

static gboolean
has_certainty (const KoyomiIncidentCard *card,
               KoyomiCertainty           certainty)
{
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (card->times.certainty[i] == certainty)
      return TRUE;

  return FALSE;
}

static gboolean
is_estimated (const KoyomiIncidentCard *card)
{
  return has_certainty (card, KOYOMI_CERTAINTY_ESTIMATED) || has_certainty (card, KOYOMI_CERTAINTY_RANGE);
}

static gboolean
is_unknown (const KoyomiIncidentCard *card)
{
  return has_certainty (card, KOYOMI_CERTAINTY_UNKNOWN);
}

static gboolean
lacks_length (const KoyomiIncidentCard *card)
{
  gint64 length;

  if (koyomi_incident_card_is_open (card) || !koyomi_incident_card_counts (card))
    return FALSE;

  for (guint i = 0; i < KOYOMI_N_MEASURES; i++)
    if (!koyomi_measure_take (i, &card->times, &length, NULL))
      return TRUE;

  return FALSE;
}

static gboolean
is_left_out (const KoyomiIncidentCard *card)
{
  return !koyomi_incident_card_counts (card);
}

static gboolean
lacks_class (const KoyomiIncidentCard *card)
{
  return *card->class == '\0';
}

static gboolean
lacks_team (const KoyomiIncidentCard *card)
{
  return *card->team == '\0';
}

static gboolean
lacks_lead (const KoyomiIncidentCard *card)
{
  return *card->lead == '\0';
}

static const Check checks[] = {
  { N_("Estimated times"), N_("Lengths reckoned from them are estimates too."), is_estimated },
  { N_("Times that cannot be known"), N_("Lengths that need them are left out."), is_unknown },
  { N_("Closed without all times"), N_("Of these not each length can be reckoned."), lacks_length },
  { N_("Not counted in the figures"), N_("Events, near misses and false alarms, or merged into another."), is_left_out },
  { N_("Without a class"), N_("Stand under no class."), lacks_class },
  { N_("Without a team"), N_("Stand under no team."), lacks_team },
  { N_("Without a lead"), N_("Nobody answers for them."), lacks_lead },
};

static void
add_check (KoyomiDocument      *document,
           KoyomiDocumentTable *table,
           GPtrArray           *cards,
           const Check         *check)
{
  g_autoptr(GPtrArray) numbers = g_ptr_array_new ();
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, check->label, 0);

  for (guint i = 0; i < cards->len; i++)
    {
      const KoyomiIncidentCard *card = g_ptr_array_index (cards, i);

      if (card->kind != KOYOMI_INCIDENT_KIND_DRILL && check->is_so (card))
        g_ptr_array_add (numbers, (gpointer) card->number);
    }
  _koyomi_document_add_label (row, koyomi_tr (document->language, check->label));
  _koyomi_document_add_number (row, numbers->len);
  _koyomi_document_take_text (row, _koyomi_document_join (document, numbers));
  _koyomi_document_add_text (row, koyomi_tr (document->language, check->note));
}

/* What there is to know of the incidents between the days before one believes the figures; on a sheet of its own. */
void
_koyomi_incident_quality_add (KoyomiDocument            *document,
                              const KoyomiIncidentBoard *board,
                              guint32                    first_day,
                              guint32                    last_day)
{
  static const KoyomiDocumentColumn columns[] = { { N_("What"), 6 }, { N_("How many"), 3 }, { N_("Which"), 8 }, { N_("Note"), 7 } };

  g_autoptr(GPtrArray) cards = _koyomi_incident_list_choose (board, first_day, last_day);
  KoyomiDocumentTable *table;

  _koyomi_document_add_sheet (document, koyomi_tr (document->language, N_("Data quality")));
  table = _koyomi_document_add_table (document, koyomi_tr (document->language, N_("Data quality")));
  _koyomi_document_add_columns (document, table, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    add_check (document, table, cards, &checks[i]);
}

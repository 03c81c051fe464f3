#include "koyomi-committee-report-private.h"

/* How a risk is judged: 0 where that is not known. */
typedef struct
{
  int likelihood;
  int impact;
} Level;

typedef struct
{
  guint n_open;
  guint n_up;
  guint n_down;
} Counts;

static int
get_weight (Level level)
{
  return level.likelihood * level.impact;
}

static char *
describe_level (Level level)
{
  return get_weight (level) != 0 ? g_strdup_printf ("%d (%d×%d)", get_weight (level), level.likelihood, level.impact) : g_strdup ("");
}

/* As it was judged last until the day. */
static Level
find_level (GPtrArray *levels,
            gint64     risk,
            guint32    day)
{
  Level level = { 0 };
  guint32 last = 0;

  for (guint i = 0; i < levels->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (levels, i);
      guint32 judged = koyomi_record_get_day (record, KOYOMI_RISK_LEVEL_DAY);

      if (koyomi_record_get_int (record, KOYOMI_RISK_LEVEL_RISK) != risk || judged > day || judged < last)
        continue;

      last = judged;
      level.likelihood = koyomi_record_get_int (record, KOYOMI_RISK_LEVEL_LIKELIHOOD);
      level.impact = koyomi_record_get_int (record, KOYOMI_RISK_LEVEL_IMPACT);
    }

  return level;
}

/* What was not judged on a day is as the register has it. */
static void
find_levels (KoyomiCommitteeReport *self,
             GPtrArray             *levels,
             KoyomiRecord          *risk,
             Level                 *before,
             Level                 *now)
{
  gint64 id = koyomi_record_get_id (risk);

  *before = find_level (levels, id, self->first_day - 1);
  *now = find_level (levels, id, self->last_day);
  if (get_weight (*now) == 0)
    *now = (Level) { koyomi_record_get_int (risk, KOYOMI_RISK_LIKELIHOOD), koyomi_record_get_int (risk, KOYOMI_RISK_IMPACT) };
}

static void
note_risk (KoyomiCommitteeReport *self,
           KoyomiRecord          *risk,
           Level                  before,
           Level                  now,
           Counts                *counts)
{
  g_autofree char *old_level = describe_level (before);
  g_autofree char *new_level = describe_level (now);

  counts->n_open += koyomi_record_get_int (risk, KOYOMI_RISK_STATUS) != KOYOMI_RISK_STATUS_CLOSED;
  if (get_weight (before) == 0 || get_weight (before) == get_weight (now))
    return;

  *(get_weight (now) > get_weight (before) ? &counts->n_up : &counts->n_down) += 1;
  _koyomi_committee_report_note_change (self, get_weight (now) > get_weight (before) ? KOYOMI_COMMITTEE_WORSE : KOYOMI_COMMITTEE_BETTER, N_("Risk"),
                                        koyomi_record_get_text (risk, KOYOMI_RISK_NUMBER), koyomi_record_get_title (risk), old_level, new_level);
}

static void
add_risk (KoyomiCommitteeReport *self,
          KoyomiDocumentTable   *table,
          KoyomiRecord          *risk,
          Level                  before,
          Level                  now)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "risk", koyomi_record_get_id (risk));
  Level goal = { koyomi_record_get_int (risk, KOYOMI_RISK_TARGET_LIKELIHOOD), koyomi_record_get_int (risk, KOYOMI_RISK_TARGET_IMPACT) };
  gboolean is_changed = get_weight (before) != 0 && get_weight (before) != get_weight (now);

  _koyomi_document_add_text (row, koyomi_record_get_text (risk, KOYOMI_RISK_NUMBER));
  _koyomi_document_add_text (row, koyomi_record_get_title (risk));
  _koyomi_document_add_text (row, koyomi_record_get_text (risk, KOYOMI_RISK_OWNER));
  _koyomi_document_take_text (row, describe_level (before));
  _koyomi_document_take_text (row, describe_level (now));
  _koyomi_committee_report_mark (self, row, is_changed ? KOYOMI_DOCUMENT_CHANGED : KOYOMI_DOCUMENT_SAME);
  _koyomi_document_take_text (row, describe_level (goal));
  _koyomi_document_take_text (row, koyomi_record_format (risk, KOYOMI_RISK_TREATMENT, self->language));
  _koyomi_document_add_day (row, koyomi_record_get_day (risk, KOYOMI_RISK_DUE_DAY));
  _koyomi_document_take_text (row, koyomi_record_format (risk, KOYOMI_RISK_STATUS, self->language));
}

/* Those that changed come first, then the rest of what is open. */
static void
add_risks (KoyomiCommitteeReport *self,
           GPtrArray             *risks,
           GPtrArray             *levels,
           Counts                *counts)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Number"), 2 }, { N_("Risk"), 6 }, { N_("Owner"), 3 }, { N_("Before"), 2 }, { N_("Now"), 2 }, { N_("Goal"), 2 }, { N_("Treatment"), 2 },
    { N_("Due"), 2 }, { N_("Status"), 3 },
  };

  KoyomiDocumentTable *tables[] = {
    _koyomi_committee_report_add_table (self, N_("Risks that changed"), columns, G_N_ELEMENTS (columns), N_("No risk was judged otherwise than before.")),
    _koyomi_committee_report_add_table (self, N_("Other open risks"), columns, G_N_ELEMENTS (columns), N_("There are none.")),
  };

  tables[0]->note = g_strdup (koyomi_tr (self->language, N_("A level is likelihood × impact, each from 1 to 5.")));
  for (guint i = 0; i < risks->len; i++)
    {
      KoyomiRecord *risk = g_ptr_array_index (risks, i);
      gboolean is_changed;
      Level before, now;

      find_levels (self, levels, risk, &before, &now);
      note_risk (self, risk, before, now, counts);
      is_changed = get_weight (before) != 0 && get_weight (before) != get_weight (now);
      if (is_changed || koyomi_record_get_int (risk, KOYOMI_RISK_STATUS) != KOYOMI_RISK_STATUS_CLOSED)
        add_risk (self, tables[is_changed ? 0 : 1], risk, before, now);
    }
}

gboolean
_koyomi_committee_report_add_risks (KoyomiCommitteeReport  *self,
                                    GError                **error)
{
  g_autoptr(GPtrArray) risks = koyomi_session_list (self->session, KOYOMI_TABLE_RISK, 0, 0, self->language, error);
  g_autoptr(GPtrArray) levels = koyomi_session_list (self->session, KOYOMI_TABLE_RISK_LEVEL, 0, 0, self->language, error);
  KoyomiDocumentTable *told;
  Counts counts = { 0 };

  if (risks == NULL || levels == NULL || !_koyomi_committee_report_begin (self, KOYOMI_COMMITTEE_RISKS, &told, error))
    return FALSE;

  add_risks (self, risks, levels, &counts);
  g_free (told->text);
  told->text = g_strdup_printf (koyomi_tr (self->language, N_("Open %u; higher than before %u, lower %u.")), counts.n_open, counts.n_up, counts.n_down);

  return TRUE;
}

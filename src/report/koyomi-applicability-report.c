#include "koyomi-applicability-report-private.h"

#include "koyomi-text.h"

#include <string.h>

/* Controls side by side in the map. */
#define ACROSS 10

/* So much evidence is named in a cell. */
#define MOST_NAMED 3

enum
{
  PART_SUMMARY,
  PART_CONTROLS,
};

const KoyomiReportPart _koyomi_applicability_report_parts[KOYOMI_N_APPLICABILITY_PARTS] = {
  [PART_SUMMARY] = { "summary", N_("Summary") },
  [PART_CONTROLS] = { "controls", N_("1 Controls by theme") },
};

static const KoyomiIsmsReportKind soa = {
  "soa", N_("Statement of applicability"), "SOA", _koyomi_applicability_report_parts, KOYOMI_N_APPLICABILITY_PARTS,
};

/* Controls of a theme, or all. */
typedef struct
{
  guint n;
  guint n_applicable;
  guint n_statuses[KOYOMI_CONTROL_STATUS_DONE + 1];   /* of those that apply */
  guint n_fresh;
  guint n_old;
  guint n_lacking;
} Counts;

static gboolean
is_annex (const KoyomiControlLine *line)
{
  return koyomi_record_get_int (line->control, KOYOMI_CONTROL_KIND) == KOYOMI_CONTROL_KIND_ANNEX_A;
}

static const char *
get_theme (const KoyomiControlLine *line)
{
  return koyomi_record_get_text (line->control, KOYOMI_CONTROL_THEME);
}

/* Returns: (transfer container) (element-type utf8): in their order, borrowed */
static GPtrArray *
list_themes (GPtrArray *lines)
{
  GPtrArray *themes = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      const KoyomiControlLine *line = g_ptr_array_index (lines, i);

      if (is_annex (line) && (themes->len == 0 || strcmp (g_ptr_array_index (themes, themes->len - 1), get_theme (line)) != 0))
        g_ptr_array_add (themes, (gpointer) get_theme (line));
    }

  return themes;
}

/* @theme: (nullable): NULL for all */
static Counts
count (GPtrArray  *lines,
       const char *theme)
{
  Counts counts = { 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const KoyomiControlLine *line = g_ptr_array_index (lines, i);
      gboolean applies = koyomi_control_is_applicable (line->control);

      if (!is_annex (line) || (theme != NULL && strcmp (theme, get_theme (line)) != 0))
        continue;

      counts.n++;
      counts.n_lacking += line->gaps != 0;
      if (!applies)
        continue;

      counts.n_applicable++;
      counts.n_statuses[koyomi_record_get_int (line->control, KOYOMI_CONTROL_STATUS)]++;
      counts.n_fresh += line->freshness == KOYOMI_FRESHNESS_FRESH;
      counts.n_old += line->freshness == KOYOMI_FRESHNESS_OLD;
    }

  return counts;
}

static void
add_counts (KoyomiDocumentTable *table,
            const char          *label,
            const Counts        *counts)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, label, 0);

  _koyomi_document_add_label (row, label);
  _koyomi_document_add_number (row, counts->n_statuses[KOYOMI_CONTROL_STATUS_DONE]);
  _koyomi_document_add_number (row, counts->n_statuses[KOYOMI_CONTROL_STATUS_PARTIAL]);
  _koyomi_document_add_number (row, counts->n_statuses[KOYOMI_CONTROL_STATUS_PLANNED]);
  _koyomi_document_add_number (row, counts->n_statuses[KOYOMI_CONTROL_STATUS_NONE]);
  _koyomi_document_add_number (row, counts->n - counts->n_applicable);
  _koyomi_document_add_number (row, counts->n);
  _koyomi_document_add_number (row, counts->n_fresh);
  _koyomi_document_add_number (row, counts->n_old);
}

static void
add_themes (KoyomiIsmsReport *self,
            GPtrArray        *lines)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Theme"), 4 }, { N_("Implemented"), 3 }, { N_("In part"), 2 }, { N_("Planned"), 2 }, { N_("Not started"), 3 }, { N_("Not applicable"), 3 },
    { N_("Controls"), 2 }, { N_("With fresh evidence"), 3 }, { N_("With old evidence"), 2 },
  };

  g_autoptr(GPtrArray) themes = list_themes (lines);
  KoyomiDocumentTable *table = _koyomi_isms_report_add_table (self, N_("Controls by theme"), columns, G_N_ELEMENTS (columns), N_("There are none."));

  table->n_charted = 3;
  for (guint i = 0; i < themes->len; i++)
    {
      Counts counts = count (lines, g_ptr_array_index (themes, i));

      add_counts (table, g_ptr_array_index (themes, i), &counts);
    }
}

/* Of a clause that asks for nothing in writing nothing is missing. */
static KoyomiMetricStatus
judge (const KoyomiControlLine *line)
{
  if (!is_annex (line) && line->state == KOYOMI_CONTROL_STATE_NONE && !koyomi_control_needs_evidence (line->control))
    return KOYOMI_METRIC_UNJUDGED;

  switch (line->state)
    {
    case KOYOMI_CONTROL_STATE_GOOD:
      return KOYOMI_METRIC_ON_TARGET;
    case KOYOMI_CONTROL_STATE_PARTLY:
      return KOYOMI_METRIC_AT_RISK;
    case KOYOMI_CONTROL_STATE_NONE:
      return KOYOMI_METRIC_OFF_TARGET;
    case KOYOMI_CONTROL_STATE_NOT_APPLICABLE:
    default:
      return KOYOMI_METRIC_NO_DATA;
    }
}

static KoyomiDocumentRow *
begin_line (KoyomiDocumentTable *table,
            const char          *label)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, label, table->rows->len);

  _koyomi_document_add_label (row, label);

  return row;
}

static void
end_line (KoyomiDocumentRow *row)
{
  while (row != NULL && row->cells->len <= ACROSS)
    _koyomi_document_add_text (row, "");
}

/* Each clause or control is a cell whose ground tells how it stands. */
KoyomiDocumentTable *
_koyomi_applicability_report_add_map (KoyomiIsmsReport  *isms,
                                      GPtrArray         *lines,
                                      KoyomiControlKind  kind)
{
  gboolean has_themes = kind == KOYOMI_CONTROL_KIND_ANNEX_A;
  KoyomiDocumentTable *table = _koyomi_document_add_table (isms->document, koyomi_tr (isms->language, has_themes ? N_("Heat map of the controls")
                                                                                                                  : N_("Heat map of the clauses")));
  KoyomiDocumentRow *row = NULL;
  const char *theme = NULL;

  table->note = g_strdup (koyomi_tr (isms->language, N_("● in place, with fresh evidence  ▲ in part, or the evidence is old  ■ no evidence  "
                                                        "○ nothing in writing is required  – not applicable")));
  _koyomi_document_add_column (table, NULL, 4);
  for (guint i = 0; i < ACROSS; i++)
    _koyomi_document_add_column (table, NULL, 2);
  for (guint i = 0; i < lines->len; i++)
    {
      const KoyomiControlLine *line = g_ptr_array_index (lines, i);
      const char *its_theme = has_themes ? get_theme (line) : "";

      if (is_annex (line) != has_themes)
        continue;

      if (row == NULL || row->cells->len > ACROSS || strcmp (theme, its_theme) != 0)
        {
          end_line (row);
          row = begin_line (table, theme == NULL || strcmp (theme, its_theme) != 0 ? its_theme : "");
          theme = its_theme;
        }
      _koyomi_document_take_status (row, judge (line), g_strdup (koyomi_record_get_text (line->control, KOYOMI_CONTROL_CODE)));
    }
  end_line (row);

  return table;
}

static char *
join_titles (GPtrArray      *records,
             KoyomiLanguage  language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : language == KOYOMI_LANGUAGE_JA ? "、" : ", ",
                            koyomi_record_get_title (g_ptr_array_index (records, i)));

  return g_string_free (text, FALSE);
}

/* The newest by title and day, a line each. */
static char *
describe_evidence (const KoyomiControlLine *line,
                   KoyomiLanguage           language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (line->evidence->len, MOST_NAMED); i++)
    {
      KoyomiRecord *evidence = g_array_index (line->evidence, KoyomiControlEvidence, i).evidence;
      g_autofree char *day = koyomi_record_format (evidence, KOYOMI_EVIDENCE_EFFECTIVE_DAY, language);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", koyomi_record_get_title (evidence), day);
    }
  if (line->evidence->len > MOST_NAMED)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, koyomi_ntr (language, "%d more", "%d more", line->evidence->len - MOST_NAMED),
                              line->evidence->len - MOST_NAMED);
    }

  return g_string_free (text, FALSE);
}

/* A reason is always there, for what is in as for what is out; where nobody has written one, the cell says so. */
static void
add_reason (KoyomiIsmsReport        *self,
            KoyomiDocumentRow       *row,
            const KoyomiControlLine *line)
{
  const char *reason = koyomi_record_get_text (line->control, KOYOMI_CONTROL_REASON);

  if (koyomi_text_is_blank (reason))
    _koyomi_document_take_status (row, KOYOMI_METRIC_OFF_TARGET, g_strdup (koyomi_tr (self->language, N_("No reason is given"))));
  else
    _koyomi_document_add_text (row, reason);
}

static void
add_line (KoyomiIsmsReport        *self,
          KoyomiDocumentTable     *table,
          const KoyomiControlLine *line)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "control", koyomi_record_get_id (line->control));
  gboolean applies = koyomi_control_is_applicable (line->control);

  _koyomi_document_add_text (row, koyomi_record_get_text (line->control, KOYOMI_CONTROL_CODE));
  _koyomi_document_add_text (row, koyomi_record_get_title (line->control));
  _koyomi_document_add_text (row, koyomi_tr (self->language, applies ? N_("Yes") : N_("No")));
  add_reason (self, row, line);
  _koyomi_document_take_text (row, applies ? koyomi_record_format (line->control, KOYOMI_CONTROL_STATUS, self->language) : g_strdup (""));
  _koyomi_document_take_text (row, join_titles (line->functions, self->language));
  _koyomi_document_take_text (row, join_titles (line->activities, self->language));
  _koyomi_document_take_text (row, describe_evidence (line, self->language));
  _koyomi_document_take_status (row, judge (line), g_strdup (koyomi_control_state_get_label (line->state, self->language)));
  _koyomi_document_add_number (row, line->n_findings);
  _koyomi_document_add_day (row, line->audited_day);
}

static void
add_statement (KoyomiIsmsReport *self,
               GPtrArray        *lines)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("No."), 2 }, { N_("Control"), 7 }, { N_("Applies"), 3 }, { N_("Reason"), 6 }, { N_("Status"), 5 }, { N_("Fulfilled by"), 10 },
    { N_("Activities"), 5 }, { N_("Evidence"), 6 }, { N_("State"), 4 }, { N_("Open findings"), 3 }, { N_("Audited"), 4 },
  };

  KoyomiDocumentTable *table = _koyomi_isms_report_add_list (self, N_("Statement of applicability"), columns, G_N_ELEMENTS (columns),
                                                             N_("There are none."));

  for (guint i = 0; i < lines->len; i++)
    if (is_annex (g_ptr_array_index (lines, i)))
      add_line (self, table, g_ptr_array_index (lines, i));
}

/* Lists what lacks one of @gaps, and counts it with the name of the gap. Returns: how many lines */
guint
_koyomi_applicability_report_add_gaps (KoyomiIsmsReport *isms,
                                       GPtrArray        *lines,
                                       KoyomiControlGap  gaps)
{
  KoyomiDocumentTable *table = _koyomi_isms_report_add_lacks (isms, N_("Clauses and controls that lack something"));

  for (guint i = 0; i < lines->len; i++)
    for (guint j = 0; j < KOYOMI_N_CONTROL_GAPS; j++)
      {
        const KoyomiControlLine *line = g_ptr_array_index (lines, i);
        KoyomiControlGap gap = 1 << j;

        if (line->gaps & gaps & gap)
          _koyomi_isms_report_add_lack (table, line->control, koyomi_record_get_text (line->control, KOYOMI_CONTROL_CODE),
                                        koyomi_control_gap_get_sentence (gap, isms->language));
      }

  return table->rows->len;
}

static void
add_quality (KoyomiIsmsReport *self,
             GPtrArray        *lines)
{
  g_autoptr(GPtrArray) controls = g_ptr_array_new ();
  KoyomiDocumentTable *counts = _koyomi_isms_report_begin_quality (self);

  for (guint i = 0; i < lines->len; i++)
    if (is_annex (g_ptr_array_index (lines, i)))
      g_ptr_array_add (controls, g_ptr_array_index (lines, i));
  for (guint i = 0; i < KOYOMI_N_CONTROL_GAPS; i++)
    {
      guint n = 0;

      for (guint j = 0; j < controls->len; j++)
        n += (((const KoyomiControlLine *) g_ptr_array_index (controls, j))->gaps & 1 << i) != 0;
      _koyomi_isms_report_add_quality (self, counts, koyomi_control_gap_get_sentence (1 << i, KOYOMI_LANGUAGE_EN), n);
    }
  _koyomi_applicability_report_add_gaps (self, controls, (1 << KOYOMI_N_CONTROL_GAPS) - 1);
}

static char *
describe (KoyomiIsmsReport *self,
          GPtrArray        *lines)
{
  Counts all = count (lines, NULL);

  return g_strdup_printf (koyomi_tr (self->language, N_("Controls %u: applicable %u, not applicable %u. Implemented %u, in part %u, planned %u, not "
                                                        "started %u. Controls that lack something: %u.")),
                          all.n, all.n_applicable, all.n - all.n_applicable, all.n_statuses[KOYOMI_CONTROL_STATUS_DONE],
                          all.n_statuses[KOYOMI_CONTROL_STATUS_PARTIAL], all.n_statuses[KOYOMI_CONTROL_STATUS_PLANNED],
                          all.n_statuses[KOYOMI_CONTROL_STATUS_NONE], all.n_lacking);
}

/* Which controls of Annex A apply and why, how far they are, who fulfils them, and what shows it (ISO/IEC 27001, 6.1.3 d). */
KoyomiDocument *
_koyomi_applicability_report_new (KoyomiSession              *session,
                                  const KoyomiReportOptions  *options,
                                  GError                    **error)
{
  g_auto(KoyomiIsmsReport) self = { 0 };
  g_autoptr(GPtrArray) lines = NULL;
  KoyomiDocumentTable *told;

  if (!_koyomi_isms_report_init (&self, &soa, session, options, error) || !_koyomi_isms_report_begin (&self, PART_CONTROLS, &told, error))
    return NULL;

  lines = koyomi_control_register_make (self.facts);
  _koyomi_isms_report_take_told (told, describe (&self, lines));
  add_themes (&self, lines);
  _koyomi_applicability_report_add_map (&self, lines, KOYOMI_CONTROL_KIND_ANNEX_A);
  add_statement (&self, lines);
  add_quality (&self, lines);

  return _koyomi_isms_report_finish (&self);
}

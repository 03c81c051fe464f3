#include "koyomi-committee-report-private.h"

#include "koyomi-metric-card.h"

#include <math.h>
#include <string.h>

/* Tiles side by side on a page. */
#define TILES_ACROSS 4

/* A number that the first lines tell. */
typedef struct
{
  const char         *title;      /* in English */
  const char         *sign;       /* behind it */
  guint               decimals;
  double              value;
  double              before;
  KoyomiMetricStatus  status;
  KoyomiMetricCourse *course;     /* (nullable): how it went */
} Tile;

/* How bad it is, where it is judged; else -1. */
static int
get_rank (KoyomiMetricStatus status)
{
  switch (status)
    {
    case KOYOMI_METRIC_ON_TARGET:
      return 0;
    case KOYOMI_METRIC_AT_RISK:
      return 1;
    case KOYOMI_METRIC_OFF_TARGET:
      return 2;
    case KOYOMI_METRIC_NO_DATA:
    case KOYOMI_METRIC_UNJUDGED:
    case KOYOMI_METRIC_STALE:
    case KOYOMI_N_METRIC_STATUSES:
    default:
      return -1;
    }
}

/* @counts: by status; @before: likewise of the period before */
static void
count_statuses (KoyomiCommitteeReport *self,
                guint                 *counts,
                guint                 *before)
{
  for (guint i = 0; i < self->metrics->courses->len; i++)
    {
      KoyomiCommitteeValue value;

      _koyomi_committee_report_tell (self, g_ptr_array_index (self->metrics->courses, i), &value);
      counts[value.status]++;
      before[value.status_before]++;
    }
}

static guint
count_judged (const guint *counts)
{
  return counts[KOYOMI_METRIC_ON_TARGET] + counts[KOYOMI_METRIC_AT_RISK] + counts[KOYOMI_METRIC_OFF_TARGET];
}

/* As the metric with the formula stands, where there is one. */
static gboolean
reckon_tile (KoyomiCommitteeReport  *self,
             KoyomiComputation       computation,
             Tile                   *tile,
             GError                **error)
{
  g_auto(KoyomiMetricFigure) now = { 0 };
  g_auto(KoyomiMetricFigure) before = { 0 };
  KoyomiCommitteeValue value = { .status = KOYOMI_METRIC_UNJUDGED };

  if (!_koyomi_committee_report_reckon (self, computation, FALSE, &now, error) ||
      !_koyomi_committee_report_reckon (self, computation, TRUE, &before, error))
    return FALSE;

  tile->course = _koyomi_committee_report_find_course (self, computation);
  if (tile->course != NULL)
    _koyomi_committee_report_tell (self, tile->course, &value);
  tile->value = now.value;
  tile->before = before.value;
  tile->status = isnan (now.value) ? KOYOMI_METRIC_NO_DATA : value.status;

  return TRUE;
}

static guint
count_open (const KoyomiIncidentBoard *board)
{
  guint n = 0;

  for (guint i = 0; i < koyomi_incident_board_get_n_cards (board); i++)
    {
      const KoyomiIncidentCard *card = koyomi_incident_board_get_card (board, i);

      n += koyomi_incident_card_counts (card) && koyomi_incident_card_is_open (card);
    }

  return n;
}

static void
add_card (KoyomiCommitteeReport *self,
          KoyomiDocumentTable   *section,
          const Tile            *tile)
{
  KoyomiFigure *figure = koyomi_metric_card_new (self->language, koyomi_tr (self->language, tile->title), tile->sign, tile->decimals);
  guint n_months = self->month < 0 ? KOYOMI_METRIC_REPORT_MONTHS : (guint) self->month + 1;

  koyomi_metric_card_set_value (KOYOMI_METRIC_CARD (figure), tile->value, tile->status);
  koyomi_metric_card_set_change (KOYOMI_METRIC_CARD (figure), tile->value - tile->before, koyomi_tr (self->language, N_("since the period before")));
  for (guint i = 0; tile->course != NULL && i < n_months; i++)
    koyomi_metric_card_add_point (KOYOMI_METRIC_CARD (figure), self->metrics->months[i] + strlen ("2026-"), self->metrics->months[i],
                                  tile->course->months[i]);
  _koyomi_document_take_figure (section, figure);
}

static void
add_tile (KoyomiCommitteeReport *self,
          KoyomiDocumentTable   *table,
          const Tile            *tile)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, tile->title, 0);

  _koyomi_document_add_label (row, koyomi_tr (self->language, tile->title));
  _koyomi_document_add_number (row, tile->value);
  _koyomi_document_add_text (row, tile->sign);
  _koyomi_document_add_number (row, tile->before);
  _koyomi_document_take_status (row, tile->status, g_strdup (koyomi_metric_status_get_label (tile->status, self->language)));
}

static void
add_tile_tables (KoyomiCommitteeReport *self,
                 const Tile            *tiles,
                 guint                  n_tiles)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Figure"), 9 }, { N_("Value"), 4 }, { N_("Unit"), 3 }, { N_("Period before"), 4 }, { N_("Status"), 4 },
  };

  KoyomiDocumentTable *cards = _koyomi_metric_report_add_table (self->metrics, N_("At a glance"));
  KoyomiDocumentTable *table = _koyomi_committee_report_add_table (self, N_("At a glance"), columns, G_N_ELEMENTS (columns), "");

  cards->n_across = TILES_ACROSS;
  table->is_book_only = TRUE;
  for (guint i = 0; i < n_tiles; i++)
    {
      add_card (self, cards, &tiles[i]);
      add_tile (self, table, &tiles[i]);
    }
}

/* What the first page of the plan tells as well: each number is asked of the part of the program that tells it there. */
gboolean
_koyomi_committee_report_add_tiles (KoyomiCommitteeReport  *self,
                                    GError                **error)
{
  guint counts[KOYOMI_N_METRIC_STATUSES] = { 0 };
  guint before[KOYOMI_N_METRIC_STATUSES] = { 0 };
  g_autofree char *judged = NULL;
  Tile tiles[] = {
    { N_("Plan completion"), "%", 1, NAN, NAN, KOYOMI_METRIC_NO_DATA, NULL },
    { N_("Open incidents"), "", 0, count_open (self->metrics->incidents), NAN, KOYOMI_METRIC_UNJUDGED, NULL },
    { N_("Mean time to contain"), koyomi_trc (self->language, "unit behind a number", "h"), 1, NAN, NAN, KOYOMI_METRIC_NO_DATA, NULL },
    { N_("KPIs off target"), "", 0, NAN, NAN, KOYOMI_METRIC_NO_DATA, NULL },
  };

  count_statuses (self, counts, before);
  judged = g_strdup_printf (" / %u", count_judged (counts));
  tiles[3].sign = judged;
  tiles[3].value = counts[KOYOMI_METRIC_OFF_TARGET];
  tiles[3].before = before[KOYOMI_METRIC_OFF_TARGET];
  tiles[3].status = counts[KOYOMI_METRIC_OFF_TARGET] > 0 ? KOYOMI_METRIC_OFF_TARGET : KOYOMI_METRIC_ON_TARGET;
  if (!reckon_tile (self, KOYOMI_COMPUTATION_RUNS_DONE, &tiles[0], error) ||
      !reckon_tile (self, KOYOMI_COMPUTATION_MEAN_CONTAIN, &tiles[2], error))
    return FALSE;

  add_tile_tables (self, tiles, G_N_ELEMENTS (tiles));

  return TRUE;
}

static void
note_change (KoyomiCommitteeReport      *self,
             const KoyomiMetricCourse   *course,
             const KoyomiCommitteeValue *value)
{
  int now = get_rank (value->status);
  int before = get_rank (value->status_before);

  if (now >= 0 && before >= 0 && now != before)
    _koyomi_committee_report_note_change (self, now > before ? KOYOMI_COMMITTEE_WORSE : KOYOMI_COMMITTEE_BETTER, N_("Metric"),
                                          _koyomi_metric_course_get_code (course), koyomi_record_get_title (course->metric),
                                          koyomi_metric_status_get_label (value->status_before, self->language),
                                          koyomi_metric_status_get_label (value->status, self->language));
}

static void
add_metric (KoyomiCommitteeReport    *self,
            KoyomiDocumentTable      *table,
            const KoyomiMetricCourse *course)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "metric", koyomi_record_get_id (course->metric));
  const KoyomiMetricResult *result = _koyomi_metric_course_get_last (course);
  gboolean is_restated = self->month < 0 && result->is_restated;
  KoyomiCommitteeValue value;

  _koyomi_committee_report_tell (self, course, &value);
  _koyomi_document_add_text (row, _koyomi_metric_course_get_code (course));
  _koyomi_document_add_text (row, koyomi_record_get_title (course->metric));
  _koyomi_document_take_text (row, koyomi_record_format (course->metric, KOYOMI_METRIC_UNIT, self->language));
  _koyomi_metric_report_add_value (self->metrics, row, course, value.target);
  _koyomi_metric_report_add_value (self->metrics, row, course, value.value);
  _koyomi_metric_report_add_value (self->metrics, row, course, value.before);
  _koyomi_document_take_text (row, value.trend == KOYOMI_TREND_NONE ? g_strdup ("")
                                   : g_strjoin (" ", koyomi_trend_get_arrow (value.before, value.value),
                                                koyomi_trend_get_label (value.trend, self->language), NULL));
  _koyomi_committee_report_mark (self, row, value.trend == KOYOMI_TREND_WORSE ? KOYOMI_DOCUMENT_CHANGED : KOYOMI_DOCUMENT_SAME);
  _koyomi_document_take_status (row, value.status, g_strconcat (koyomi_metric_status_get_label (value.status, self->language),
                                                                is_restated ? "*" : "", NULL));
  _koyomi_document_add_text (row, _koyomi_metric_course_get_comment (course));
}

/* What is where it should be, and not by a change, needs no word. */
static gboolean
needs_word (const KoyomiMetricCourse   *course,
            const KoyomiCommitteeValue *value)
{
  return value->status == KOYOMI_METRIC_AT_RISK || value->status == KOYOMI_METRIC_OFF_TARGET || value->status == KOYOMI_METRIC_STALE ||
         get_rank (value->status_before) > get_rank (value->status) || *_koyomi_metric_course_get_comment (course) != '\0';
}

/* Pages have what needs a word, the workbook all of them as well. */
static void
add_values (KoyomiCommitteeReport *self)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Code"), 2 }, { N_("Metric"), 5 }, { N_("Unit"), 1 }, { N_("Target"), 2 }, { N_("Value"), 2 }, { N_("Period before"), 2 },
    { N_("Trend"), 2 }, { N_("Status"), 2 }, { N_("Comment"), 6 },
  };

  KoyomiDocumentTable *told = _koyomi_committee_report_add_table (self, N_("KPIs that need a word"), columns, G_N_ELEMENTS (columns),
                                                                  N_("All KPIs are on target."));
  KoyomiDocumentTable *all = _koyomi_committee_report_add_table (self, N_("KPIs against target"), columns, G_N_ELEMENTS (columns),
                                                                 N_("There are no metrics"));

  told->note = g_strdup (koyomi_tr (self->language, N_("At risk, off target, out of date, back on target or commented on. The workbook has all KPIs. "
                                                       "* The plan tells another figure now than when the quarter was closed.")));
  all->note = g_strdup (koyomi_tr (self->language, N_("Figures of closed quarters stay as they were closed. * The plan tells another figure now; "
                                                      "see data quality.")));
  all->is_book_only = TRUE;
  for (guint i = 0; i < self->metrics->courses->len; i++)
    {
      const KoyomiMetricCourse *course = g_ptr_array_index (self->metrics->courses, i);
      KoyomiCommitteeValue value;

      _koyomi_committee_report_tell (self, course, &value);
      add_metric (self, all, course);
      note_change (self, course, &value);
      if (needs_word (course, &value))
        add_metric (self, told, course);
    }
}

static guint
count_trend (KoyomiCommitteeReport *self,
             KoyomiTrend            trend)
{
  guint n = 0;

  for (guint i = 0; i < self->metrics->courses->len; i++)
    {
      KoyomiCommitteeValue value;

      _koyomi_committee_report_tell (self, g_ptr_array_index (self->metrics->courses, i), &value);
      n += value.trend == trend;
    }

  return n;
}

static void
describe (KoyomiCommitteeReport *self,
          KoyomiDocumentTable   *told)
{
  guint counts[KOYOMI_N_METRIC_STATUSES] = { 0 };
  guint before[KOYOMI_N_METRIC_STATUSES] = { 0 };

  count_statuses (self, counts, before);
  g_free (told->text);
  told->text = g_strdup_printf (koyomi_tr (self->language, N_("On target %u, at risk %u, off target %u; without a value or a limit %u. "
                                                              "Better %u, worse %u.")),
                                counts[KOYOMI_METRIC_ON_TARGET], counts[KOYOMI_METRIC_AT_RISK], counts[KOYOMI_METRIC_OFF_TARGET],
                                self->metrics->courses->len - count_judged (counts), count_trend (self, KOYOMI_TREND_BETTER),
                                count_trend (self, KOYOMI_TREND_WORSE));
}

gboolean
_koyomi_committee_report_add_metrics (KoyomiCommitteeReport  *self,
                                      GError                **error)
{
  KoyomiDocumentTable *told;

  if (!_koyomi_committee_report_begin (self, KOYOMI_COMMITTEE_METRICS, &told, error))
    return FALSE;

  describe (self, told);
  add_values (self);
  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("3 KPI charts")));
  self->charts[1] = _koyomi_metric_report_add_chart_section (self->metrics, N_("3 KPI charts"));
  self->charts[1]->n_page_across = KOYOMI_COMMITTEE_CHARTS_ACROSS;

  return TRUE;
}

/* The charts of all sections, over the cells of one sheet behind them. */
void
_koyomi_committee_report_add_charts (KoyomiCommitteeReport *self)
{
  KoyomiDocumentTable *data = _koyomi_metric_report_add_chart_data (self->metrics);
  KoyomiMetricCourse *incidents = _koyomi_committee_report_find_course (self, KOYOMI_COMPUTATION_INCIDENTS);

  if (incidents != NULL)
    _koyomi_metric_report_add_chart (self->metrics, self->charts[0], data, incidents);
  for (guint i = 0; i < self->metrics->tiles->len; i++)
    _koyomi_metric_report_add_chart (self->metrics, self->charts[1], data, g_ptr_array_index (self->metrics->tiles, i));
}

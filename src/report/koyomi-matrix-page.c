#include "koyomi-matrix-pdf-private.h"

#include "koyomi-breach.h"
#include "koyomi-day.h"
#include "koyomi-handover.h"
#include "koyomi-heat-layout.h"
#include "koyomi-matrix-chart.h"
#include "koyomi-maturity-charts.h"
#include "koyomi-radar-layout.h"
#include "koyomi-watermark.h"

/* In points. */
#define MARGIN 34
#define TITLE 26
#define LINE 15
#define HEAD_END (MARGIN + TITLE + 3 * LINE + 6)
#define FOOT_LINE 14
#define BREACH 30
#define MARK_WIDTH 150
#define APPROVAL_WIDTH 50
#define APPROVAL_HEAD 11
#define APPROVAL_GAP 4
#define SEVERITY_WIDTH 70
#define RULE_WIDTH 190
#define STATE_WIDTH 250
#define LEGEND_CHIP 22
#define LEGEND_NAME 78

/* Of the chart's measures, which are made for the screen. */
#define SCALE 0.68
#define TITLE_SCALE 1.5
#define RADAR_SCALE 0.84
#define GAP_SCALE 0.78
#define LOAD_SCALE 0.95

/* Of the page's width, for the radar. */
#define RADAR_SHARE 0.47

/* Of the page, at least for the names of functions, and at most for a team. */
#define NAME_SHARE 0.2
#define MOST_TEAM_WIDTH 62

/* In points: a narrower column has its name upright, in a head that is as high. */
#define LEAST_TEAM_WIDTH 34
#define UPRIGHT_HEAD 104

/* In points, of the list of the widest gaps. */
#define GAP_LINE 17
#define GAP_LEVELS 110

#define M (&koyomi_matrix_measures)

/* A line of the matrix on paper: a function, or the band of its group. */
typedef struct
{
  guint    row;       /* of the matrix */
  gboolean is_band;
} Line;

typedef enum
{
  PAGE_MATRIX,
  PAGE_MATURITY,
  PAGE_LOAD,
  PAGE_BREACHES,
} PageKind;

typedef struct
{
  PageKind kind;
  guint    first;     /* line, or breach */
  guint    n;
  gboolean is_last;   /* of the matrix: has its foot */
} Page;

struct _KoyomiMatrixSheets
{
  KoyomiMatrixReport *report;
  KoyomiMatrixChart  *chart;
  double              width;
  double              height;
  double              name_width;
  double              team_width;
  double              side_width;
  GArray             *lines;      /* (element-type Line) */
  GArray             *pages;      /* (element-type Page) */
};

static double
get_row_height (void)
{
  return M->row * SCALE;
}

/* Whether there are so many teams that their names stand upright. */
static gboolean
is_narrow (const KoyomiMatrixSheets *self)
{
  return self->team_width > 0 && self->team_width < LEAST_TEAM_WIDTH;
}

static double
get_head_height (const KoyomiMatrixSheets *self)
{
  return is_narrow (self) ? UPRIGHT_HEAD : M->head * SCALE;
}

static double
get_foot_height (void)
{
  return M->foot * SCALE;
}

static double
get_bottom (const KoyomiMatrixSheets *self)
{
  return self->height - MARGIN - FOOT_LINE;
}

static void
add_lines (KoyomiMatrixSheets *self)
{
  for (guint i = 0; i < koyomi_matrix_get_n_rows (self->report->matrix); i++)
    {
      Line line = { i, FALSE };
      Line band = { i, TRUE };

      if (koyomi_matrix_get_row (self->report->matrix, i)->begins_group)
        g_array_append_val (self->lines, band);
      g_array_append_val (self->lines, line);
    }
}

static void
add_page (KoyomiMatrixSheets *self,
          PageKind            kind,
          guint               first,
          guint               n)
{
  Page page = { kind, first, n, FALSE };

  g_array_append_val (self->pages, page);
}

/* As many lines as a page takes; a page that begins within a group repeats its band, and no band stands last. */
static void
add_matrix_pages (KoyomiMatrixSheets *self)
{
  double room = get_bottom (self) - HEAD_END - get_head_height (self) - get_foot_height ();
  guint most = MAX (room / get_row_height (), 4);
  guint first = 0;

  do
    {
      guint repeats = first < self->lines->len && !g_array_index (self->lines, Line, first).is_band;
      guint n = MIN (most - repeats, self->lines->len - first);

      if (n > 1 && g_array_index (self->lines, Line, first + n - 1).is_band)
        n--;
      add_page (self, PAGE_MATRIX, first, n);
      first += n;
    }
  while (first < self->lines->len);

  g_array_index (self->pages, Page, self->pages->len - 1).is_last = TRUE;
}

static void
add_breach_pages (KoyomiMatrixSheets *self)
{
  guint most = MAX ((get_bottom (self) - HEAD_END) / BREACH - 1, 1);

  for (guint first = 0; first == 0 || first < self->report->breaches->len; first += most)
    add_page (self, PAGE_BREACHES, first, MIN (most, self->report->breaches->len - first));
}

/* @width: of the paper, in points, as is @height */
KoyomiMatrixSheets *
_koyomi_matrix_sheets_new (KoyomiMatrixReport *report,
                           double              width,
                           double              height)
{
  KoyomiMatrixSheets *self = g_new0 (KoyomiMatrixSheets, 1);
  guint n_teams = koyomi_matrix_get_n_columns (report->matrix);
  double room = width - 2 * MARGIN;

  self->report = report;
  self->width = width;
  self->height = height;
  self->chart = koyomi_matrix_chart_new (report->language);
  self->chart->palette = KOYOMI_CHART_PALETTE_PRINT;
  self->chart->scale = SCALE;
  self->side_width = M->side * SCALE;
  self->team_width = n_teams > 0 ? MIN ((room * (1 - NAME_SHARE) - self->side_width) / n_teams, MOST_TEAM_WIDTH) : 0;
  self->name_width = room - self->side_width - n_teams * self->team_width;
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  add_lines (self);
  add_matrix_pages (self);
  add_page (self, PAGE_MATURITY, 0, 0);
  add_page (self, PAGE_LOAD, 0, 0);
  add_breach_pages (self);

  return self;
}

void
_koyomi_matrix_sheets_free (KoyomiMatrixSheets *self)
{
  if (self == NULL)
    return;

  koyomi_matrix_chart_free (self->chart);
  g_array_unref (self->lines);
  g_array_unref (self->pages);
  g_free (self);
}

guint
_koyomi_matrix_sheets_get_n_pages (KoyomiMatrixSheets *self)
{
  return self->pages->len;
}

static void
paint_text (KoyomiMatrixSheets *self,
            const char         *text,
            double              scale,
            gboolean            bold,
            KoyomiRect          rect,
            cairo_t            *cr)
{
  self->chart->scale = scale;
  koyomi_matrix_chart_paint_text (self->chart, text, bold, FALSE, rect, cr);
  self->chart->scale = SCALE;
}

static char *
dup_title (KoyomiMatrixSheets *self,
           PageKind            kind)
{
  g_autofree char *year = NULL;

  switch (kind)
    {
    case PAGE_MATURITY:
      return g_strdup (koyomi_tr (self->report->language, N_("Maturity by function group")));
    case PAGE_LOAD:
      year = koyomi_fiscal_year_format (self->report->workload->year, self->report->language);
      return g_strdup_printf (koyomi_tr (self->report->language, N_("Load of the teams %s")), year);
    case PAGE_BREACHES:
      return g_strdup (koyomi_tr (self->report->language, N_("Rule breaches")));
    case PAGE_MATRIX:
    default:
      return _koyomi_matrix_report_dup_title (self->report);
    }
}

static void
paint_mark (KoyomiMatrixSheets *self,
            cairo_t            *cr)
{
  KoyomiRect rect = { self->width - MARGIN - MARK_WIDTH, MARGIN, MARK_WIDTH, TITLE };
  KoyomiColour colour = koyomi_chart_style_get_colour (KOYOMI_CHART_PALETTE_PRINT, KOYOMI_CHART_COLOUR_MARK);

  if (*self->report->facts->classification == '\0')
    return;

  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
  cairo_set_line_width (cr, 1.5);
  cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
  cairo_stroke (cr);
  koyomi_matrix_chart_paint_text (self->chart, self->report->facts->classification, TRUE, TRUE, rect, cr);
}

static void
trace_box (KoyomiRect  rect,
           cairo_t    *cr)
{
  KoyomiColour colour = koyomi_chart_style_get_colour (KOYOMI_CHART_PALETTE_PRINT, KOYOMI_CHART_COLOUR_QUARTER_LINE);

  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
  cairo_set_line_width (cr, 0.5);
  cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
  cairo_stroke (cr);
}

/* Boxes for who prepared, checked and approved it, under the mark. */
static void
paint_approvals (KoyomiMatrixSheets *self,
                 cairo_t            *cr)
{
  double x = self->width - MARGIN - KOYOMI_N_APPROVALS * APPROVAL_WIDTH;
  double y = MARGIN + TITLE + APPROVAL_GAP;

  for (guint i = 0; i < KOYOMI_N_APPROVALS; i++, x += APPROVAL_WIDTH)
    {
      KoyomiRect head = { x, y, APPROVAL_WIDTH, APPROVAL_HEAD };

      trace_box (head, cr);
      trace_box ((KoyomiRect) { x, y, APPROVAL_WIDTH, 3 * LINE - APPROVAL_GAP }, cr);
      koyomi_matrix_chart_paint_text (self->chart, koyomi_approval_get_label (i, self->report->language), FALSE, TRUE, head, cr);
    }
}

/* Title, whose it is, how secret and of which moment, on every page. */
static void
paint_frame (KoyomiMatrixSheets *self,
             const Page         *page,
             guint               number,
             cairo_t            *cr)
{
  g_autofree char *title = dup_title (self, page->kind);
  g_autofree char *owner = _koyomi_matrix_report_dup_owner (self->report);
  g_autofree char *subtitle = _koyomi_matrix_report_dup_subtitle (self->report);
  g_autofree char *day = koyomi_day_format (self->report->day);
  g_autofree char *when = g_strdup_printf ("%s: %s", koyomi_tr (self->report->language, N_("Matrix on")), day);
  g_autofree char *pages = g_strdup_printf ("%u / %u", number + 1, self->pages->len);
  double width = self->width - 2 * MARGIN;

  paint_text (self, title, TITLE_SCALE, TRUE, (KoyomiRect) { MARGIN, MARGIN, width - MARK_WIDTH - LINE, TITLE }, cr);
  paint_mark (self, cr);
  if (number == 0)
    paint_approvals (self, cr);
  paint_text (self, owner, 0.9, TRUE, (KoyomiRect) { MARGIN, MARGIN + TITLE, width, LINE }, cr);
  paint_text (self, subtitle, 0.75, FALSE, (KoyomiRect) { MARGIN, MARGIN + TITLE + LINE, width, LINE }, cr);
  paint_text (self, when, 0.9, TRUE, (KoyomiRect) { MARGIN, MARGIN + TITLE + 2 * LINE, width / 4, LINE }, cr);
  koyomi_matrix_chart_paint_text (self->chart, pages, FALSE, TRUE, (KoyomiRect) { MARGIN, self->height - MARGIN, width, FOOT_LINE }, cr);
  koyomi_matrix_chart_paint_text (self->chart, subtitle, FALSE, FALSE,
                                  (KoyomiRect) { MARGIN, self->height - MARGIN, width / 3, FOOT_LINE }, cr);
}

/* The letters as they look, and what they mean. */
static void
paint_legend (KoyomiMatrixSheets *self,
              cairo_t            *cr)
{
  KoyomiAlphabet *alphabet = koyomi_matrix_get_alphabet (self->report->matrix);
  double x = MARGIN + self->name_width;
  double y = MARGIN + TITLE + 2 * LINE;

  for (guint i = 0; i < koyomi_alphabet_get_n_letters (alphabet) && x + LEGEND_CHIP + LEGEND_NAME < self->width - MARGIN - KOYOMI_N_APPROVALS * APPROVAL_WIDTH; i++)
    {
      koyomi_matrix_chart_paint_cell (self->chart, alphabet, G_GUINT64_CONSTANT (1) << i, KOYOMI_LETTERS_NONE,
                                      (KoyomiRect) { x, y, LEGEND_CHIP, LINE }, cr);
      koyomi_matrix_chart_paint_text (self->chart, koyomi_alphabet_get_name (alphabet, i, self->report->language), FALSE, FALSE,
                                      (KoyomiRect) { x + LEGEND_CHIP, y, LEGEND_NAME, LINE }, cr);
      x += LEGEND_CHIP + LEGEND_NAME;
    }
}

static KoyomiRect
get_team_rect (const KoyomiMatrixSheets *self,
               guint                     column,
               double                    y,
               double                    height)
{
  return (KoyomiRect) { MARGIN + self->name_width + column * self->team_width, y, self->team_width, height };
}

static KoyomiRect
get_side_rect (const KoyomiMatrixSheets *self,
               double                    y,
               double                    height)
{
  return (KoyomiRect) { self->width - MARGIN - self->side_width, y, self->side_width, height };
}

static void
paint_team (KoyomiMatrixSheets *self,
            guint               column,
            cairo_t            *cr)
{
  KoyomiRecord *team = koyomi_matrix_get_column (self->report->matrix, column)->team;
  KoyomiRect rect = get_team_rect (self, column, HEAD_END, get_head_height (self));

  if (!is_narrow (self))
    {
      koyomi_matrix_chart_paint_team (self->chart, team, rect, cr);
      return;
    }

  cairo_save (cr);
  cairo_translate (cr, rect.x, rect.y + rect.height);
  cairo_rotate (cr, -G_PI / 2);
  koyomi_matrix_chart_paint_text (self->chart, koyomi_record_get_title (team), TRUE, FALSE,
                                  (KoyomiRect) { 4, 0, rect.height - 8, rect.width }, cr);
  cairo_restore (cr);
}

static void
paint_head (KoyomiMatrixSheets *self,
            cairo_t            *cr)
{
  KoyomiRect head = { MARGIN, HEAD_END, self->width - 2 * MARGIN, get_head_height (self) };

  koyomi_matrix_chart_paint_ground (self->chart, KOYOMI_MATRIX_GROUND_HEAD, head, cr);
  koyomi_matrix_chart_paint_text (self->chart, koyomi_tr (self->report->language, N_("Function")), TRUE, FALSE,
                                  (KoyomiRect) { MARGIN + 4, HEAD_END, self->name_width - 8, head.height }, cr);
  for (guint i = 0; i < koyomi_matrix_get_n_columns (self->report->matrix); i++)
    paint_team (self, i, cr);
  koyomi_matrix_chart_paint_text (self->chart, koyomi_tr (self->report->language, N_("Maturity as is → to be")), TRUE, TRUE,
                                  get_side_rect (self, HEAD_END, head.height), cr);
}

static void
paint_band (KoyomiMatrixSheets *self,
            KoyomiRecord       *group,
            KoyomiRect          rect,
            cairo_t            *cr)
{
  const char *code = koyomi_record_get_text (group, KOYOMI_GROUP_CODE);
  g_autofree char *name = g_strjoin (*code != '\0' ? "  " : "", code, koyomi_record_get_title (group), NULL);

  koyomi_matrix_chart_paint_ground (self->chart, KOYOMI_MATRIX_GROUND_GROUP, rect, cr);
  koyomi_matrix_chart_paint_text (self->chart, name, TRUE, FALSE,
                                  (KoyomiRect) { rect.x + 4, rect.y, rect.width - 8, rect.height }, cr);
}

/* Whether nobody or more than one team answers for the function, or nobody does it: said in a word too. */
static const char *
get_fault (const KoyomiMatrixRow *row,
           KoyomiLanguage         language)
{
  if (row->is_mapped || koyomi_record_get_int (row->function, KOYOMI_FUNCTION_RETIRED))
    return NULL;

  return row->n_accountable == 0 ? koyomi_rule_get_name (KOYOMI_RULE_NO_A, language) :
         row->n_accountable > 1 ? koyomi_rule_get_name (KOYOMI_RULE_TWO_A, language) :
         row->n_responsible == 0 ? koyomi_rule_get_name (KOYOMI_RULE_NO_R, language) : NULL;
}

static void
paint_name (KoyomiMatrixSheets    *self,
            const KoyomiMatrixRow *row,
            const char            *fault,
            KoyomiRect             rect,
            cairo_t               *cr)
{
  const char *code = koyomi_record_get_text (row->function, KOYOMI_FUNCTION_CODE);
  g_autofree char *name = g_strjoin (*code != '\0' ? "  " : "", code, koyomi_record_get_title (row->function), NULL);
  double pill = fault != NULL ? MIN (koyomi_matrix_chart_measure_pill (self->chart, fault), self->name_width / 2) : 0;

  koyomi_matrix_chart_paint_text (self->chart, name, FALSE, FALSE,
                                  (KoyomiRect) { rect.x + 10, rect.y, self->name_width - pill - 16, rect.height }, cr);
  if (fault != NULL)
    koyomi_matrix_chart_paint_pill (self->chart, fault,
                                    (KoyomiRect) { rect.x + self->name_width - pill - 4, rect.y, pill, rect.height }, cr);
}

static void
paint_function (KoyomiMatrixSheets *self,
                guint               index,
                KoyomiRect          rect,
                cairo_t            *cr)
{
  KoyomiMatrix *matrix = self->report->matrix;
  const KoyomiMatrixRow *row = koyomi_matrix_get_row (matrix, index);
  const KoyomiMaturityRow *maturity = _koyomi_matrix_report_find_maturity (self->report, row->function);
  const char *fault = get_fault (row, self->report->language);

  koyomi_matrix_chart_paint_ground (self->chart, fault != NULL ? KOYOMI_MATRIX_GROUND_BREACH : KOYOMI_MATRIX_GROUND_PLAIN, rect, cr);
  paint_name (self, row, fault, rect, cr);
  for (guint i = 0; i < koyomi_matrix_get_n_columns (matrix); i++)
    {
      const KoyomiMatrixCell *cell = koyomi_matrix_get_cell (matrix, index, i);

      koyomi_matrix_chart_paint_cell (self->chart, koyomi_matrix_get_alphabet (matrix), cell != NULL ? cell->letters : KOYOMI_LETTERS_NONE,
                                      cell != NULL && row->is_mapped ? cell->mapped : KOYOMI_LETTERS_NONE, get_team_rect (self, i, rect.y, rect.height), cr);
    }
  if (maturity != NULL)
    koyomi_matrix_chart_paint_levels (self->chart, &maturity->score, TRUE, get_side_rect (self, rect.y, rect.height), cr);
}

static void
paint_foot (KoyomiMatrixSheets *self,
            double              y,
            cairo_t            *cr)
{
  double height = get_foot_height ();

  koyomi_matrix_chart_paint_ground (self->chart, KOYOMI_MATRIX_GROUND_HEAD,
                                    (KoyomiRect) { MARGIN, y, self->width - 2 * MARGIN, height }, cr);
  koyomi_matrix_chart_paint_text (self->chart, koyomi_tr (self->report->language, N_("Functions with R · A")), TRUE, FALSE,
                                  (KoyomiRect) { MARGIN + 4, y, self->name_width - 8, height }, cr);
  for (guint i = 0; i < koyomi_matrix_get_n_columns (self->report->matrix); i++)
    koyomi_matrix_chart_paint_load (self->chart, koyomi_matrix_get_column (self->report->matrix, i), get_team_rect (self, i, y, height),
                                    cr);
}

static void
paint_matrix (KoyomiMatrixSheets *self,
              const Page         *page,
              cairo_t            *cr)
{
  KoyomiRect rect = { MARGIN, HEAD_END + get_head_height (self), self->width - 2 * MARGIN, get_row_height () };

  paint_legend (self, cr);
  paint_head (self, cr);
  for (guint i = page->first; i < page->first + page->n; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      KoyomiRecord *group = koyomi_matrix_get_row (self->report->matrix, line->row)->group;

      if (line->is_band || i == page->first)
        {
          paint_band (self, group, rect, cr);
          rect.y += rect.height;
        }
      if (!line->is_band)
        {
          paint_function (self, line->row, rect, cr);
          rect.y += rect.height;
        }
    }
  if (page->is_last)
    paint_foot (self, rect.y, cr);
}

/* Returns: how high it is */
static double
paint_heat (KoyomiMatrixSheets *self,
            KoyomiHeatMap      *map,
            double              scale,
            KoyomiRect          rect,
            cairo_t            *cr)
{
  g_autoptr(KoyomiHeatLayout) layout = koyomi_heat_layout_new (map, rect.width, scale);
  double shrink = MIN (rect.height / MAX (layout->height, 1), 1);

  cairo_save (cr);
  cairo_translate (cr, rect.x, rect.y);
  cairo_scale (cr, shrink, shrink);
  koyomi_heat_layout_paint_head (layout, KOYOMI_CHART_PALETTE_PRINT, cr);
  koyomi_heat_layout_paint_rows (layout, 0, map->rows->len, KOYOMI_CHART_PALETTE_PRINT, cr);
  cairo_restore (cr);

  return layout->height * shrink;
}

static void
paint_gap (KoyomiMatrixSheets      *self,
           const KoyomiMaturityRow *row,
           KoyomiRect               rect,
           cairo_t                 *cr)
{
  const char *code = koyomi_record_get_text (row->function, KOYOMI_FUNCTION_CODE);
  g_autofree char *name = g_strjoin (*code != '\0' ? "  " : "", code, koyomi_record_get_title (row->function), NULL);
  double width = (rect.width - GAP_LEVELS) / 2;

  koyomi_matrix_chart_paint_ground (self->chart, KOYOMI_MATRIX_GROUND_PLAIN, rect, cr);
  koyomi_matrix_chart_paint_text (self->chart, name, FALSE, FALSE, (KoyomiRect) { rect.x + 4, rect.y, width - 8, rect.height }, cr);
  koyomi_matrix_chart_paint_levels (self->chart, &row->score, TRUE, (KoyomiRect) { rect.x + width, rect.y, GAP_LEVELS, rect.height }, cr);
  if (row->activity != NULL)
    koyomi_matrix_chart_paint_text (self->chart, row->activity->title, FALSE, FALSE,
                                    (KoyomiRect) { rect.x + width + GAP_LEVELS, rect.y, width, rect.height }, cr);
}

/* The widest gaps, and the activities that were made from them, as many as there is room for. */
static void
paint_gaps (KoyomiMatrixSheets *self,
            KoyomiRect          rect,
            cairo_t            *cr)
{
  KoyomiLanguage language = self->report->language;
  GPtrArray *gaps = self->report->maturity->gaps;
  double width = (rect.width - GAP_LEVELS) / 2;
  double bottom = rect.y + rect.height;
  KoyomiRect line = { rect.x, rect.y, rect.width, GAP_LINE };

  koyomi_matrix_chart_paint_ground (self->chart, KOYOMI_MATRIX_GROUND_HEAD, line, cr);
  koyomi_matrix_chart_paint_text (self->chart, koyomi_tr (language, N_("Widest gaps")), TRUE, FALSE,
                                  (KoyomiRect) { rect.x + 4, rect.y, width, GAP_LINE }, cr);
  koyomi_matrix_chart_paint_text (self->chart, koyomi_tr (language, N_("Activity made from the gap")), TRUE, FALSE,
                                  (KoyomiRect) { rect.x + width + GAP_LEVELS, rect.y, width, GAP_LINE }, cr);
  line.y += GAP_LINE;
  for (guint i = 0; i < gaps->len && line.y + GAP_LINE <= bottom; i++, line.y += GAP_LINE)
    paint_gap (self, g_ptr_array_index (gaps, i), line, cr);
}

/* The radar of the groups' means beside the gaps of their functions. */
static void
paint_maturity (KoyomiMatrixSheets *self,
                cairo_t            *cr)
{
  KoyomiMatrixReport *report = self->report;
  g_autoptr(KoyomiRadar) radar = koyomi_radar_new_for_maturity (report->maturity, report->before, report->language);
  g_autoptr(KoyomiHeatMap) map = koyomi_heat_map_new_for_gaps (report->maturity, report->language);
  double width = self->width - 2 * MARGIN;
  double radar_width = width * RADAR_SHARE;
  double height = get_bottom (self) - HEAD_END - 3 * LINE;
  KoyomiRect right = { MARGIN + radar_width, HEAD_END, width - radar_width, height };
  g_autoptr(KoyomiRadarLayout) layout = koyomi_radar_layout_new (radar, radar_width - LINE, height, RADAR_SCALE);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, MARGIN, HEAD_END);
  koyomi_radar_paint (layout, KOYOMI_CHART_PALETTE_PRINT, cr);
  cairo_restore (cr);
  right.y += paint_heat (self, map, GAP_SCALE, right, cr) + LINE;
  right.height = HEAD_END + height - right.y;
  if (report->maturity->gaps->len > 0 && right.height > 2 * GAP_LINE)
    paint_gaps (self, right, cr);
  paint_text (self, koyomi_maturity_get_method (report->language), 0.8, FALSE,
              (KoyomiRect) { MARGIN, HEAD_END + height, width, 3 * LINE }, cr);
}

static void
paint_load (KoyomiMatrixSheets *self,
            cairo_t            *cr)
{
  g_autoptr(KoyomiHeatMap) map = koyomi_heat_map_new_for_load (self->report->workload, self->report->language);

  paint_heat (self, map, LOAD_SCALE, (KoyomiRect) { MARGIN, HEAD_END, self->width - 2 * MARGIN, get_bottom (self) - HEAD_END }, cr);
}

/* Returns: (transfer full): whether somebody accepts it, until when and why */
static char *
describe_state (KoyomiMatrixSheets *self,
                KoyomiBreach       *breach)
{
  guint32 until = breach->is_waived ? koyomi_record_get_day (breach->waiver, KOYOMI_WAIVER_UNTIL_DAY) : KOYOMI_DAY_NONE;
  g_autofree char *day = until != KOYOMI_DAY_NONE ? koyomi_day_format (until) : NULL;
  g_autofree char *state = NULL;

  if (!breach->is_waived)
    return g_strdup (koyomi_trc (self->report->language, "breach", "Open"));

  state = day != NULL ? g_strdup_printf (koyomi_tr (self->report->language, N_("accepted until %s")), day)
                      : g_strdup (koyomi_tr (self->report->language, N_("Accepted")));

  return g_strdup_printf ("%s: %s", state, koyomi_record_get_text (breach->waiver, KOYOMI_WAIVER_REASON));
}

static void
paint_breach_line (KoyomiMatrixSheets *self,
                   const char         *severity,
                   const char         *rule,
                   const char         *sentence,
                   const char         *state,
                   gboolean            is_head,
                   double              y,
                   cairo_t            *cr)
{
  double width = self->width - 2 * MARGIN;
  double sentence_width = width - SEVERITY_WIDTH - RULE_WIDTH - STATE_WIDTH;
  const char * const texts[] = { severity, rule, sentence, state };
  const double widths[] = { SEVERITY_WIDTH, RULE_WIDTH, sentence_width, STATE_WIDTH };
  double x = MARGIN;

  koyomi_matrix_chart_paint_ground (self->chart, is_head ? KOYOMI_MATRIX_GROUND_HEAD : KOYOMI_MATRIX_GROUND_PLAIN,
                                    (KoyomiRect) { MARGIN, y, width, BREACH }, cr);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      paint_text (self, texts[i], 0.85, is_head, (KoyomiRect) { x + 4, y, widths[i] - 8, BREACH }, cr);
      x += widths[i];
    }
}

static void
paint_breaches (KoyomiMatrixSheets *self,
                const Page         *page,
                cairo_t            *cr)
{
  KoyomiLanguage language = self->report->language;
  double y = HEAD_END;

  paint_breach_line (self, koyomi_tr (language, N_("Severity")), koyomi_tr (language, N_("Rule")),
                     koyomi_tr (language, N_("What is not so")), koyomi_tr (language, N_("State")), TRUE, y, cr);
  y += BREACH;
  for (guint i = page->first; i < page->first + page->n; i++, y += BREACH)
    {
      KoyomiBreach *breach = g_ptr_array_index (self->report->breaches, i);
      g_autofree char *state = describe_state (self, breach);

      paint_breach_line (self, koyomi_rule_severity_get_label (koyomi_rule_get_severity (breach->rule), language),
                         koyomi_rule_get_name (breach->rule, language), breach->sentence, state, FALSE, y, cr);
    }
  if (page->n == 0)
    paint_text (self, koyomi_tr (language, N_("Everything is as the rules want it.")), 1, FALSE,
                (KoyomiRect) { MARGIN, y, self->width - 2 * MARGIN, BREACH }, cr);
}

void
_koyomi_matrix_sheets_paint (KoyomiMatrixSheets *self,
                             guint               page,
                             cairo_t            *cr)
{
  const Page *what = &g_array_index (self->pages, Page, page);

  paint_frame (self, what, page, cr);
  switch (what->kind)
    {
    case PAGE_MATURITY:
      paint_maturity (self, cr);
      break;
    case PAGE_LOAD:
      paint_load (self, cr);
      break;
    case PAGE_BREACHES:
      paint_breaches (self, what, cr);
      break;
    case PAGE_MATRIX:
    default:
      paint_matrix (self, what, cr);
      break;
    }
  koyomi_watermark_paint (self->report->facts->watermark, self->report->language, self->width, self->height, cr);
}

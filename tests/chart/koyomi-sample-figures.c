#include "koyomi-sample-figures.h"

#include "koyomi-bullet-chart.h"
#include "koyomi-burn-up.h"
#include "koyomi-day.h"
#include "koyomi-metric-card.h"
#include "koyomi-ninety-days.h"
#include "koyomi-pareto.h"
#include "koyomi-ring-chart.h"
#include "koyomi-status-grid.h"

#include <math.h>

#define JA(ja, en) (language == KOYOMI_LANGUAGE_JA ? (ja) : (en))

/* Months of a year that begins in April. */
static KoyomiPlot *
create_months (KoyomiLanguage  language,
               const char     *title,
               const char     *unit,
               guint           decimals)
{
  static const char * const names[] = { "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar" };
  KoyomiPlot *plot = KOYOMI_PLOT (koyomi_plot_new (language, title, unit, decimals));

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *ja = g_strdup_printf ("%u月", (i + 3) % 12 + 1);
      g_autofree char *name = g_strdup_printf ("%s %u", JA (ja, names[i]), i < 9 ? 2026 : 2027);

      koyomi_plot_add_column (plot, JA (ja, names[i]), name);
    }

  return plot;
}

static void
set_values (KoyomiPlot   *plot,
            guint         series,
            const double *values,
            guint         n_values)
{
  for (guint i = 0; i < n_values; i++)
    koyomi_plot_set_value (plot, series, i, values[i]);
}

/* Less is better; the target becomes stricter in October; a month has no value. */
static KoyomiFigure *
create_line (KoyomiLanguage language)
{
  static const double values[] = { 30, 21.5, 16, 13.2, 9.5, NAN, 6.5, 7.1 };
  KoyomiPlot *plot = create_months (language, JA ("封じ込めまでの平均時間 (MTTC)", "Mean time to contain"), JA ("時間", "hours"), 1);
  guint series = koyomi_plot_add_series (plot, JA ("平均時間", "Mean time"), KOYOMI_PLOT_LINE, 0);

  set_values (plot, series, values, G_N_ELEMENTS (values));
  for (guint i = 0; i < 12; i++)
    {
      double target = i < 6 ? 12 : 8;

      koyomi_plot_set_limits (plot, i, &(KoyomiPlotLimits) { NAN, target, NAN, 24 });
      if (i < G_N_ELEMENTS (values) && !isnan (values[i]))
        koyomi_plot_set_status (plot, series, i, values[i] <= target ? KOYOMI_METRIC_ON_TARGET
                                                 : values[i] <= 24 ? KOYOMI_METRIC_AT_RISK : KOYOMI_METRIC_OFF_TARGET);
    }

  return KOYOMI_FIGURE (plot);
}

/* Neither too much nor too little. */
static KoyomiFigure *
create_range (KoyomiLanguage language)
{
  static const double values[] = { 71, 78, 84, 93, 97, 88, 82, 76, 81 };
  KoyomiPlot *plot = create_months (language, JA ("セキュリティ担当の稼働率", "Load of the security team"), "%", 0);
  guint series = koyomi_plot_add_series (plot, JA ("稼働率", "Load"), KOYOMI_PLOT_LINE, 0);

  set_values (plot, series, values, G_N_ELEMENTS (values));
  for (guint i = 0; i < 12; i++)
    koyomi_plot_set_limits (plot, i, &(KoyomiPlotLimits) { 75, 85, 65, 95 });

  return KOYOMI_FIGURE (plot);
}

static KoyomiFigure *
create_columns (KoyomiLanguage language)
{
  static const double values[] = { 4, 6, 5, 6, 9, 7, 3, 2 };
  KoyomiPlot *plot = create_months (language, JA ("月別インシデント件数", "Incidents by month"), JA ("件", ""), 0);
  guint series = koyomi_plot_add_series (plot, JA ("インシデント", "Incidents"), KOYOMI_PLOT_COLUMN, 0);

  set_values (plot, series, values, G_N_ELEMENTS (values));
  for (guint i = 0; i < 12; i++)
    koyomi_plot_set_limits (plot, i, &(KoyomiPlotLimits) { NAN, 6, NAN, 8 });
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    koyomi_plot_set_status (plot, series, i, values[i] <= 6 ? KOYOMI_METRIC_ON_TARGET
                                             : values[i] <= 8 ? KOYOMI_METRIC_AT_RISK : KOYOMI_METRIC_OFF_TARGET);

  return KOYOMI_FIGURE (plot);
}

static KoyomiFigure *
create_changes (KoyomiLanguage language)
{
  static const char * const ja[] = { "サイバーセキュリティ統括室", "情報システム部", "海外子会社", "人事総務部", "法務・コンプライアンス部" };
  static const char * const en[] = { "CISO office", "Information systems", "Overseas subsidiaries", "People and offices", "Legal and compliance" };
  static const double values[] = { 12.5, -4, NAN, 7, -9.5 };
  static const double before[] = { 8, 3, -6, NAN, -2 };
  KoyomiPlot *plot = KOYOMI_PLOT (koyomi_plot_new (language, JA ("教育の受講率、前年からの増減", "Training: change against the year before"),
                                                   JA ("ポイント", "points"), 1));
  guint series;

  for (guint i = 0; i < G_N_ELEMENTS (ja); i++)
    koyomi_plot_add_column (plot, JA (ja[i], en[i]), JA (ja[i], en[i]));
  series = koyomi_plot_add_series (plot, JA ("2026年度", "FY2026"), KOYOMI_PLOT_COLUMN, 0);
  set_values (plot, series, values, G_N_ELEMENTS (values));
  series = koyomi_plot_add_series (plot, JA ("2025年度", "FY2025"), KOYOMI_PLOT_COLUMN, 5);
  set_values (plot, series, before, G_N_ELEMENTS (before));

  return KOYOMI_FIGURE (plot);
}

static KoyomiFigure *
create_stack (KoyomiLanguage language)
{
  static const char * const ja[] = { "期限内に完了", "遅れて完了", "実施中", "予定", "中止" };
  static const char * const en[] = { "Done in time", "Done late", "Under way", "Planned", "Skipped" };
  static const double values[][4] = { { 17, 9, 0, 0 }, { 2, 3, 0, 0 }, { 0, 4, 1, 0 }, { 0, 3, 13, 11 }, { 1, 0, 1, 0 } };
  KoyomiPlot *plot = KOYOMI_PLOT (koyomi_plot_new (language, JA ("四半期別の活動", "Activities by quarter"), JA ("件", ""), 0));

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf (JA ("第%u四半期", "Q%u"), i + 1);

      koyomi_plot_add_column (plot, name, name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    set_values (plot, koyomi_plot_add_series (plot, JA (ja[i], en[i]), KOYOMI_PLOT_STACK, i), values[i], 4);

  return KOYOMI_FIGURE (plot);
}

static KoyomiFigure *
create_pareto (KoyomiLanguage language)
{
  static const struct
  {
    const char *ja, *en;
    double count;
  } causes[] = {
    { "設定不備", "Misconfiguration", 9 },
    { "標的型メールの添付ファイル開封", "Opened attachment of a targeted mail", 21 },
    { "委託先での漏えい", "Leak at a supplier", 5 },
    { "既知の脆弱性の未修正", "Known vulnerability not patched", 14 },
    { "紛失・盗難", "Loss or theft", 3 },
    { "内部不正", "Insider", 1 },
  };
  KoyomiCause list[G_N_ELEMENTS (causes)];

  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    list[i] = (KoyomiCause) { JA (causes[i].ja, causes[i].en), causes[i].count };

  return koyomi_pareto_new (language, JA ("インシデントの根本原因", "Root causes of incidents"), JA ("インシデント", "Incidents"), list,
                            G_N_ELEMENTS (causes));
}

/* 2026-04-01 to 2027-03-31. */
static KoyomiFigure *
create_burn_up (KoyomiLanguage language)
{
  g_autoptr(GDate) first = g_date_new_dmy (1, 4, 2026);
  g_autoptr(GDate) today = g_date_new_dmy (22, 11, 2026);
  g_autoptr(GArray) due = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GArray) done = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GArray) baseline = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 day = g_date_get_julian (first), now = g_date_get_julian (today);

  for (guint i = 0; i < 62; i++)
    {
      guint32 due_day = day + 20 + (i * 345) / 62 + 9 * (i % 3);
      guint32 done_day = due_day + 14 + 5 * (i % 4) - 3;
      guint32 planned = day + 12 + (i * 340) / 62;

      g_array_append_val (due, due_day);
      if (i < 56)
        g_array_append_val (baseline, planned);
      if (done_day <= now)
        g_array_append_val (done, done_day);
    }

  return koyomi_burn_up_new (language, JA ("年間計画の進捗", "Progress of the year plan"), day, day + 364, now, due, done, baseline);
}

static void
add_points (KoyomiMetricCard *card,
            KoyomiLanguage    language,
            const double     *values,
            guint             n_values)
{
  for (guint i = 0; i < 12; i++)
    {
      char label[] = { "AMJJASONDJFM"[i], '\0' };
      g_autofree char *ja = g_strdup_printf ("%u", (i + 3) % 12 + 1);
      g_autofree char *name = g_strdup_printf ("%u-%02u", i < 9 ? 2026 : 2027, (i + 3) % 12 + 1);

      koyomi_metric_card_add_point (card, JA (ja, label), name, i < n_values ? values[i] : NAN);
    }
}

static KoyomiFigure *
create_card (KoyomiLanguage language)
{
  static const double values[] = { 94, 91, NAN, 86, 82 };
  KoyomiMetricCard *card = KOYOMI_METRIC_CARD (koyomi_metric_card_new (language, JA ("年間計画の完了率", "Plan completion"), "%", 0));

  koyomi_metric_card_set_value (card, 82, KOYOMI_METRIC_AT_RISK);
  koyomi_metric_card_set_change (card, -4, JA ("7月比", "vs July"));
  koyomi_metric_card_set_target (card, 90, NAN);
  koyomi_metric_card_set_remark (card, JA ("自動計算・期限の来た17件中14件が完了", "computed · 14 of 17 due activities done"));
  add_points (card, language, values, G_N_ELEMENTS (values));

  return KOYOMI_FIGURE (card);
}

/* A long title, and columns. */
static KoyomiFigure *
create_card_columns (KoyomiLanguage language)
{
  static const double values[] = { 4, 6, 5, 6, 9 };
  KoyomiMetricCard *card = KOYOMI_METRIC_CARD (koyomi_metric_card_new (language,
                                                                       JA ("重大度「高」以上のセキュリティインシデント月別発生件数（グループ全社）",
                                                                           "Security incidents of high or critical severity in the whole group, by month"),
                                                                       JA ("件", ""), 0));

  koyomi_metric_card_set_value (card, 9, KOYOMI_METRIC_OFF_TARGET);
  koyomi_metric_card_set_change (card, 3, JA ("7月比", "vs July"));
  koyomi_metric_card_set_target (card, NAN, 6);
  koyomi_metric_card_set_remark (card, JA ("自動計算・棒を選ぶとインシデントを表示", "computed · choose a bar for its incidents"));
  koyomi_metric_card_set_columns (card, TRUE);
  add_points (card, language, values, G_N_ELEMENTS (values));

  return KOYOMI_FIGURE (card);
}

static KoyomiFigure *
create_bullets (KoyomiLanguage language)
{
  KoyomiFigure *figure = koyomi_bullet_chart_new (language, JA ("目標に対する実績（第2四半期）", "Against the targets, Q2"));
  KoyomiBulletChart *chart = KOYOMI_BULLET_CHART (figure);

  koyomi_bullet_chart_add (chart, JA ("年間計画の完了率", "Plan completion"), 82, 0, "%", &(KoyomiPlotLimits) { 90, NAN, 80, NAN },
                           KOYOMI_METRIC_AT_RISK);
  koyomi_bullet_chart_add (chart, JA ("封じ込めまでの平均時間", "Mean time to contain"), 6.5, 1, JA ("時間", "h"),
                           &(KoyomiPlotLimits) { NAN, 8, NAN, 24 }, KOYOMI_METRIC_ON_TARGET);
  koyomi_bullet_chart_add (chart, JA ("深刻な脆弱性を14日以内に修正した割合（委託先を含む）", "Critical patches within 14 days, suppliers included"), 71, 0, "%",
                           &(KoyomiPlotLimits) { 95, NAN, 85, NAN }, KOYOMI_METRIC_OFF_TARGET);
  koyomi_bullet_chart_add (chart, JA ("セキュリティ担当の稼働率", "Load of the security team"), 88, 0, "%",
                           &(KoyomiPlotLimits) { 75, 85, 65, 95 }, KOYOMI_METRIC_AT_RISK);
  koyomi_bullet_chart_add (chart, JA ("予算の増減", "Budget change"), -3.2, 1, "%", &(KoyomiPlotLimits) { NAN, 5, NAN, 10 },
                           KOYOMI_METRIC_STALE);
  koyomi_bullet_chart_add (chart, JA ("訓練メールの報告率", "Phishing tests reported"), NAN, 0, "%", &(KoyomiPlotLimits) { 60, NAN, 40, NAN },
                           KOYOMI_METRIC_NO_DATA);

  return figure;
}

static KoyomiFigure *
create_rings (KoyomiLanguage language)
{
  static const double parts[] = { 17, 11, 0, 0 };
  static const double wholes[] = { 17, 19, 15, 0 };
  KoyomiFigure *figure = koyomi_ring_chart_new (language, JA ("2026年度の計画", "FY2026 plan"));

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf (JA ("第%u四半期", "Q%u"), i + 1);

      koyomi_ring_chart_add (KOYOMI_RING_CHART (figure), name, parts[i], wholes[i], i == 1);
    }

  return figure;
}

/* More runs than there is room for, a short one at each end, meetings that crowd, a report that is late. */
static KoyomiFigure *
create_ninety_days (KoyomiLanguage language)
{
  guint32 today = koyomi_day_new (2026, 8, 20);
  KoyomiFigure *figure = koyomi_ninety_days_new (language, JA ("今後の計画", "Next ninety days"), today, 90);
  KoyomiNinetyDays *days = KOYOMI_NINETY_DAYS (figure);

  koyomi_ninety_days_add (days, KOYOMI_AHEAD_RUN, JA ("内部監査", "Internal audit"), today - 5, today, KOYOMI_STATE_DOING);
  koyomi_ninety_days_add (days, KOYOMI_AHEAD_RUN, JA ("計画", "KPI evaluation"), today - 10, today + 11, KOYOMI_STATE_DUE_SOON);
  for (guint i = 0; i < 16; i++)
    koyomi_ninety_days_add (days, KOYOMI_AHEAD_RUN, JA ("年度の計画", "Disaster drill plan"), today + 12 + i / 8 * 30, today + 41 + i / 8 * 30,
                            KOYOMI_STATE_PLANNED);
  koyomi_ninety_days_add (days, KOYOMI_AHEAD_RUN, JA ("監査", "Certification audit"), today + 89, today + 120, KOYOMI_STATE_PLANNED);
  for (guint i = 0; i < 8; i++)
    koyomi_ninety_days_add (days, KOYOMI_AHEAD_MEETING, JA ("監査", "Risk committee"), today + 12 + i * 7, today + 12 + i * 7,
                            KOYOMI_STATE_PLANNED);
  koyomi_ninety_days_add (days, KOYOMI_AHEAD_REPORT, JA ("報告", "APPI final report"), today, today, KOYOMI_STATE_LATE);
  koyomi_ninety_days_add (days, KOYOMI_AHEAD_REPORT, JA ("報告", "Lessons"), today + 88, today + 88, KOYOMI_STATE_PLANNED);

  return figure;
}

static KoyomiFigure *
create_grid (KoyomiLanguage language)
{
  static const struct
  {
    const char *ja, *en, *texts[2];
    KoyomiMetricStatus statuses[2];
  } rows[] = {
    { "年間計画の完了率", "Plan completion", { "95%", "82%" }, { KOYOMI_METRIC_ON_TARGET, KOYOMI_METRIC_AT_RISK } },
    { "封じ込めまでの平均時間", "Mean time to contain", { "11 h", "6.5 h" }, { KOYOMI_METRIC_OFF_TARGET, KOYOMI_METRIC_ON_TARGET } },
    { "インシデント", "Incidents", { "15", "22" }, { KOYOMI_METRIC_ON_TARGET, KOYOMI_METRIC_OFF_TARGET } },
    { "深刻な脆弱性を14日以内に修正した割合（委託先を含む）", "Critical patches within 14 days, suppliers included", { "86%", "94%" },
      { KOYOMI_METRIC_OFF_TARGET, KOYOMI_METRIC_AT_RISK } },
    { "教育の受講率", "Training", { "90%", "97%" }, { KOYOMI_METRIC_AT_RISK, KOYOMI_METRIC_ON_TARGET } },
    { "訓練メールの開封率", "Phishing clicks", { "7.6%", "–" }, { KOYOMI_METRIC_STALE, KOYOMI_METRIC_NO_DATA } },
  };
  KoyomiFigure *figure = koyomi_status_grid_new (language, JA ("四半期別の状況", "Status by quarter"));

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf (JA ("第%u四半期", "Q%u"), i + 1);

      koyomi_status_grid_add_column (KOYOMI_STATUS_GRID (figure), name);
    }
  for (guint i = 0; i < 2 * G_N_ELEMENTS (rows); i++)
    {
      guint row = i % 2 == 0 ? koyomi_status_grid_add_row (KOYOMI_STATUS_GRID (figure), JA (rows[i / 2].ja, rows[i / 2].en)) : i / 2;

      koyomi_status_grid_set_cell (KOYOMI_STATUS_GRID (figure), row, i % 2, rows[i / 2].texts[i % 2], rows[i / 2].statuses[i % 2]);
    }

  return figure;
}

/* All months are still to come. */
static KoyomiFigure *
create_nothing (KoyomiLanguage language)
{
  KoyomiPlot *plot = create_months (language, JA ("月別インシデント件数", "Incidents by month"), "", 0);

  koyomi_plot_add_series (plot, JA ("インシデント", "Incidents"), KOYOMI_PLOT_LINE, 0);

  return KOYOMI_FIGURE (plot);
}

const KoyomiSampleFigure koyomi_sample_figures[] = {
  { "line", create_line, 640, 320 },
  { "range", create_range, 480, 260 },
  { "columns", create_columns, 560, 280 },
  { "changes", create_changes, 560, 320 },
  { "stack", create_stack, 480, 320 },
  { "pareto", create_pareto, 640, 340 },
  { "pareto-narrow", create_pareto, 300, 380 },
  { "burn-up", create_burn_up, 640, 320 },
  { "card", create_card, 320, 0 },
  { "card-columns", create_card_columns, 320, 0 },
  { "bullets", create_bullets, 600, 0 },
  { "rings", create_rings, 460, 0 },
  { "ninety-days", create_ninety_days, 760, 0 },
  { "grid", create_grid, 420, 0 },
  { "nothing", create_nothing, 480, 240 },
};
const guint koyomi_n_sample_figures = G_N_ELEMENTS (koyomi_sample_figures);

/* Has all texts drawn with the font of the tests, whatever fonts the machine has. Before the first text. */
void
koyomi_sample_font_use (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "fonts", "fonts.conf", NULL);

  g_setenv ("FONTCONFIG_FILE", path, TRUE);
}

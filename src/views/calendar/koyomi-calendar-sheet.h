#pragma once

#include "koyomi-calendar-filter.h"
#include "koyomi-run-selection.h"
#include "koyomi-sheet-lines.h"
#include "koyomi-timeline.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What the calendar shows, apart from any widget: the year, its lines with the height that each has, what is folded and filtered, and
 * the scale of time. Rows read their runs when they come into sight, the others bit by bit while nothing else is to do.
 *
 * Signals:
 *   "lines": lines have come, gone or changed their height
 *   "time": the scale of time or the style has changed
 *   "arranged": there is another filter or grouping
 *   "counts": the numbers of runs by state are known anew */
#define KOYOMI_TYPE_CALENDAR_SHEET (koyomi_calendar_sheet_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiCalendarSheet, koyomi_calendar_sheet, KOYOMI, CALENDAR_SHEET, GObject)

KoyomiCalendarSheet   *koyomi_calendar_sheet_new           (KoyomiWorkspace      *workspace,
                                                            KoyomiRunSelection   *selection) G_GNUC_WARN_UNUSED_RESULT;

KoyomiWorkspace       *koyomi_calendar_sheet_get_workspace (KoyomiCalendarSheet  *self);
KoyomiRunSelection    *koyomi_calendar_sheet_get_selection (KoyomiCalendarSheet  *self);
KoyomiTimeline        *koyomi_calendar_sheet_get_timeline  (KoyomiCalendarSheet  *self);
KoyomiCalendar        *koyomi_calendar_sheet_get_full      (KoyomiCalendarSheet  *self);
KoyomiLanguage         koyomi_calendar_sheet_get_language  (KoyomiCalendarSheet  *self);
gboolean               koyomi_calendar_sheet_can_edit      (KoyomiCalendarSheet  *self);

gboolean               koyomi_calendar_sheet_is_closed     (KoyomiCalendarSheet  *self);
void                   koyomi_calendar_sheet_set_baseline  (KoyomiCalendarSheet  *self,
                                                            GHashTable           *days);

void                   koyomi_calendar_sheet_take_over     (KoyomiCalendarSheet  *self,
                                                            KoyomiCalendarSheet  *other);
KoyomiFiscalYear       koyomi_calendar_sheet_get_year      (KoyomiCalendarSheet  *self);
void                   koyomi_calendar_sheet_set_year      (KoyomiCalendarSheet  *self,
                                                            int                   year);
const KoyomiCalendarFilter *koyomi_calendar_sheet_get_filter (KoyomiCalendarSheet *self);
KoyomiGrouping         koyomi_calendar_sheet_get_grouping  (KoyomiCalendarSheet  *self);
void                   koyomi_calendar_sheet_arrange       (KoyomiCalendarSheet  *self,
                                                            const KoyomiCalendarFilter *filter,
                                                            KoyomiGrouping        grouping);
gboolean               koyomi_calendar_sheet_is_arranged   (KoyomiCalendarSheet  *self);
gboolean               koyomi_calendar_sheet_get_routines  (KoyomiCalendarSheet  *self);
void                   koyomi_calendar_sheet_set_routines  (KoyomiCalendarSheet  *self,
                                                            gboolean              routines);
guint                  koyomi_calendar_sheet_get_n_runs    (KoyomiCalendarSheet  *self);
const guint           *koyomi_calendar_sheet_get_counts    (KoyomiCalendarSheet  *self);

guint                  koyomi_calendar_sheet_get_n_lines   (KoyomiCalendarSheet  *self);
const KoyomiSheetLine *koyomi_calendar_sheet_get_line      (KoyomiCalendarSheet  *self,
                                                            guint                 index);
double                 koyomi_calendar_sheet_get_line_y    (KoyomiCalendarSheet  *self,
                                                            guint                 index);
double                 koyomi_calendar_sheet_get_height    (KoyomiCalendarSheet  *self);
guint                  koyomi_calendar_sheet_find_line     (KoyomiCalendarSheet  *self,
                                                            double                y);
gboolean               koyomi_calendar_sheet_fill          (KoyomiCalendarSheet  *self,
                                                            guint                 index);
void                   koyomi_calendar_sheet_fill_all      (KoyomiCalendarSheet  *self);
gboolean               koyomi_calendar_sheet_find_run      (KoyomiCalendarSheet  *self,
                                                            gint64                run,
                                                            guint                *index,
                                                            const KoyomiBar     **bar);
gboolean               koyomi_calendar_sheet_reveal_run    (KoyomiCalendarSheet  *self,
                                                            gint64                run,
                                                            guint                *index,
                                                            const KoyomiBar     **bar);

gboolean               koyomi_calendar_sheet_is_folded     (KoyomiCalendarSheet  *self,
                                                            KoyomiRecord         *group);
void                   koyomi_calendar_sheet_set_folded    (KoyomiCalendarSheet  *self,
                                                            KoyomiRecord         *group,
                                                            gboolean              folded);
void                   koyomi_calendar_sheet_fold_all      (KoyomiCalendarSheet  *self,
                                                            gboolean              folded);

void                   koyomi_calendar_sheet_set_width     (KoyomiCalendarSheet  *self,
                                                            double                width);
void                   koyomi_calendar_sheet_set_style     (KoyomiCalendarSheet  *self,
                                                            KoyomiChartPalette    palette,
                                                            double                scale);
void                   koyomi_calendar_sheet_set_zoom      (KoyomiCalendarSheet  *self,
                                                            KoyomiZoom            zoom,
                                                            guint32               day);
void                   koyomi_calendar_sheet_zoom_by       (KoyomiCalendarSheet  *self,
                                                            double                factor,
                                                            double                x);
void                   koyomi_calendar_sheet_pan           (KoyomiCalendarSheet  *self,
                                                            double                pixels);
void                   koyomi_calendar_sheet_show_days     (KoyomiCalendarSheet  *self,
                                                            guint32               first_day,
                                                            guint32               last_day);

G_END_DECLS

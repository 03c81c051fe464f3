#pragma once

#include "koyomi-timeline.h"

G_BEGIN_DECLS

typedef enum
{
  KOYOMI_SHEET_GROUP,      /* the head of a group */
  KOYOMI_SHEET_FUNCTION,   /* a function's runs */
  KOYOMI_SHEET_BAND,       /* one of its routines */
} KoyomiSheetKind;

/* A line of the calendar on the screen. */
typedef struct
{
  KoyomiSheetKind     kind;
  KoyomiRecord       *group;
  KoyomiCalendarRow  *row;      /* NULL in the head of a group */
  guint               band;     /* index in the row's bands */
} KoyomiSheetLine;

/* The lines that a calendar has on the screen, without those in folded groups, and where each stands. */
typedef struct _KoyomiSheetLines KoyomiSheetLines;

KoyomiSheetLines      *koyomi_sheet_lines_new          (KoyomiTimeline    *timeline) G_GNUC_WARN_UNUSED_RESULT;
void                   koyomi_sheet_lines_free         (KoyomiSheetLines  *self);

void                   koyomi_sheet_lines_make         (KoyomiSheetLines  *self,
                                                        KoyomiCalendar    *calendar);
void                   koyomi_sheet_lines_resize       (KoyomiSheetLines  *self);

gboolean               koyomi_sheet_lines_get_routines (KoyomiSheetLines  *self);
void                   koyomi_sheet_lines_set_routines (KoyomiSheetLines  *self,
                                                        gboolean           routines);
gboolean               koyomi_sheet_lines_is_folded    (KoyomiSheetLines  *self,
                                                        KoyomiRecord      *group);
void                   koyomi_sheet_lines_set_folded   (KoyomiSheetLines  *self,
                                                        KoyomiRecord      *group,
                                                        gboolean           folded);

void                   koyomi_sheet_lines_fold_as      (KoyomiSheetLines  *self,
                                                        KoyomiSheetLines  *other);
guint                  koyomi_sheet_lines_get_n_lines  (KoyomiSheetLines  *self);
const KoyomiSheetLine *koyomi_sheet_lines_get_line     (KoyomiSheetLines  *self,
                                                        guint              index);
double                 koyomi_sheet_lines_get_y        (KoyomiSheetLines  *self,
                                                        guint              index);
guint                  koyomi_sheet_lines_find         (KoyomiSheetLines  *self,
                                                        double             y);
gboolean               koyomi_sheet_lines_find_run     (KoyomiSheetLines  *self,
                                                        gint64             run,
                                                        guint             *index,
                                                        const KoyomiBar  **bar);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiSheetLines, koyomi_sheet_lines_free)

G_END_DECLS

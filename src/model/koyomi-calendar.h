#pragma once

#include "koyomi-fiscal-year.h"
#include "koyomi-occurrence.h"
#include "koyomi-work-calendar.h"

G_BEGIN_DECLS

/* One run as the annual calendar shows it. */
typedef struct
{
  gint64              occurrence_id;
  gint64              activity_id;
  char               *title;
  KoyomiActivityKind  kind;
  KoyomiState         state;
  guint32             first_day;
  guint32             last_day;
  guint32             original_first;   /* differ from the two above in a run that was moved */
  guint32             original_last;
  int                 progress;         /* in percent */
  gint64              team_id;          /* of the run, else of its activity; 0 for whoever does the function */
  guint               lane;             /* from 0; set by koyomi_calendar_row_pack() */
} KoyomiBar;

/* Where a run stood when a baseline was set. */
typedef struct
{
  guint32 first_day;
  guint32 last_day;
} KoyomiBaselineDays;

/* A month of a routine: on how many of the days on which it was due it was done. */
typedef struct
{
  gint64  attestation_id;   /* 0 while nobody has said anything */
  int     planned_days;
  int     done_days;
} KoyomiAttestedMonth;

/* A routine duty's year. Daily and weekly routines are no runs: somebody attests a month at a time. */
typedef struct
{
  gint64               duty_id;
  char                *title;
  KoyomiAttestedMonth  months[12];   /* of the fiscal year */
} KoyomiBand;

/* One function's line of the annual calendar. */
#define KOYOMI_TYPE_CALENDAR_ROW (koyomi_calendar_row_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiCalendarRow, koyomi_calendar_row, KOYOMI, CALENDAR_ROW, GObject)

struct _KoyomiCalendarRow
{
  GObject       parent_instance;

  KoyomiRecord *group;
  KoyomiRecord *function;
  char         *team;          /* who does it, as shown; "" where nobody does */
  GArray       *team_ids;      /* (element-type gint64): the teams of that text */
  GPtrArray    *duties[3];     /* (element-type utf8), by KoyomiDutyKind */
  GArray       *bars;          /* (element-type KoyomiBar) */
  GArray       *bands;         /* (element-type KoyomiBand): its routine duties */
  guint         n_lanes;       /* at least 1 */
};

KoyomiCalendarRow *koyomi_calendar_row_new     (KoyomiRecord      *group,
                                                KoyomiRecord      *function) G_GNUC_WARN_UNUSED_RESULT;
KoyomiBar         *koyomi_calendar_row_add     (KoyomiCalendarRow *self,
                                                const char        *title);
KoyomiBand        *koyomi_calendar_row_add_band (KoyomiCalendarRow *self,
                                                 gint64             duty_id,
                                                 const char        *title);
void               koyomi_calendar_row_pack    (KoyomiCalendarRow *self);

/* A meeting of a committee, as the milestone strip shows it. */
typedef struct
{
  gint64               meeting_id;
  char                *title;
  guint32              day;
  KoyomiMeetingStatus  status;
  gint64               committee_id;
  char                *committee;      /* its name; "" when unknown */
} KoyomiMilestone;

/* By what the rows of a calendar stand together. */
typedef enum
{
  KOYOMI_GROUPING_FUNCTION_GROUP,
  KOYOMI_GROUPING_TEAM,
  KOYOMI_GROUPING_STATE,
} KoyomiGrouping;

#define KOYOMI_N_GROUPINGS 3

/* The annual calendar of one fiscal year: what a chart draws and a workbook lays out. */
#define KOYOMI_TYPE_CALENDAR (koyomi_calendar_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiCalendar, koyomi_calendar, KOYOMI, CALENDAR, GObject)

struct _KoyomiCalendar
{
  GObject             parent_instance;

  char               *organisation;
  char               *classification;
  char               *watermark;        /* what stands across every page; "" for nothing */
  KoyomiFiscalYear    year;
  KoyomiLanguage      language;
  guint32             today;
  guint32             first_day;        /* what is shown of the year: all of it, unless it was narrowed */
  guint32             last_day;
  gboolean            is_chosen;        /* of the runs only those that have a bar; else all of the functions' */
  char               *remark;           /* what is left out, in words; "" for nothing */
  KoyomiGrouping      grouping;
  char               *as_of;            /* the moment shown, such as 2026-11-22 09:30 JST */
  char               *journal_head;     /* in hexadecimal */
  KoyomiWorkCalendar *work_calendar;
  GPtrArray          *teams;            /* (element-type KoyomiRecord): all of the plan, in their order */
  GPtrArray          *rows;             /* (element-type KoyomiCalendarRow), in the order of groups and functions */
  GArray             *milestones;       /* (element-type KoyomiMilestone), by day */
  guint               counts[KOYOMI_N_STATES];
};

KoyomiCalendar    *koyomi_calendar_new         (KoyomiFiscalYear   year,
                                                KoyomiLanguage     language) G_GNUC_WARN_UNUSED_RESULT;
void               koyomi_calendar_take_row    (KoyomiCalendar    *self,
                                                KoyomiCalendarRow *row);
void               koyomi_calendar_narrow      (KoyomiCalendar    *self,
                                                guint32            first_day,
                                                guint32            last_day);
char              *koyomi_calendar_dup_number  (KoyomiFiscalYear   year) G_GNUC_WARN_UNUSED_RESULT;
KoyomiMilestone   *koyomi_calendar_add_milestone (KoyomiCalendar  *self,
                                                  gint64             meeting_id,
                                                  const char        *title,
                                                  guint32            day,
                                                  KoyomiMeetingStatus status);

G_END_DECLS

#pragma once

#include "koyomi-fiscal-year.h"
#include "koyomi-work-calendar.h"

G_BEGIN_DECLS

/* The working days of a fiscal year's months, and what falls on them. */
typedef struct
{
  KoyomiFiscalYear    year;
  KoyomiWorkCalendar *calendar;          /* not owned */
  guint               working_days[12];
  double              mean;              /* of them in a month */
} KoyomiLoadYear;

/* What a team has to do in a month, in person-days. */
typedef struct
{
  double planned;      /* of runs */
  double routine;      /* of routines that somebody attests */
  double capacity;     /* NAN when it is not known */
  guint  n_unknown;    /* runs whose effort nobody has estimated */
} KoyomiLoadCell;

/* One person's share of a day that a routine takes, unless the plan says otherwise: some three quarters of an hour. */
#define KOYOMI_LOAD_ROUTINE_DAY 0.1

void    koyomi_load_year_init        (KoyomiLoadYear       *self,
                                      KoyomiFiscalYear      year,
                                      KoyomiWorkCalendar   *calendar);
void    koyomi_load_year_spread      (const KoyomiLoadYear *self,
                                      guint32               first_day,
                                      guint32               last_day,
                                      double               *shares);
double  koyomi_load_year_capacity    (const KoyomiLoadYear *self,
                                      int                   month,
                                      double                capacity,
                                      guint32               active_from,
                                      guint32               active_to);
double  koyomi_load_cell_get_days    (const KoyomiLoadCell *self);
double  koyomi_load_cell_get_share   (const KoyomiLoadCell *self);
gboolean koyomi_load_cell_is_over    (const KoyomiLoadCell *self);

G_END_DECLS

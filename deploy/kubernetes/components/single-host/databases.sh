#!/bin/sh
# Runs once, when the data directory is empty: two roles and a database per service.
set -eu
for service in identity consent account billing notification gateway; do
  owner_password=$(cat "/etc/databases/$service-owner")
  psql -v ON_ERROR_STOP=1 -U postgres -v password="$owner_password" <<SQL
create role ${service}_owner login password :'password';
create database $service owner ${service}_owner;
revoke connect on database $service from public;
SQL
  if [ -f "/etc/databases/$service-application" ]; then
    application_password=$(cat "/etc/databases/$service-application")
    psql -v ON_ERROR_STOP=1 -U postgres -v password="$application_password" <<SQL
create role $service login password :'password';
grant connect on database $service to $service;
SQL
  fi
done

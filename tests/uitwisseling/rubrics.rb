# Reads rubrics as Canvas does (with Ruby's own csv, commas, a head by name) and keeps its rules; prints what was made as JSON.
require "csv"
require "json"

tekst = $stdin.read.force_encoding("utf-8")
fouten = []
rubrics = Hash.new { |alle, naam| alle[naam] = [] }
plekken = nil
CSV.parse(tekst, col_sep: ",", headers: true) do |rij|
  plekken ||= ["rating name", "rating description", "rating points"].map do |soort|
    rij.headers.each_index.select { |plek| rij.headers[plek]&.downcase&.include?(soort) }
  end
  namen, omschrijvingen, punten = plekken
  waarden = namen.each_index.map do |nummer|
    naam = rij[namen[nummer]]
    next if naam.nil?
    cijfer = rij[punten[nummer]]
    # Canvas calls tr on it, and falls over nothing at all.
    fouten << "#{rij["Criteria Name"]}: #{naam} without points" if cijfer.nil?
    fouten << "#{rij["Criteria Name"]}: rating without text" if naam.strip.empty?
    { naam: naam, omschrijving: rij[omschrijvingen[nummer]], punten: cijfer.to_s.tr(",", ".").to_f.round(2) }
  end.compact
  fouten << "a rubric without name" if rij["Rubric Name"].to_s.strip.empty?
  fouten << "#{rij["Rubric Name"]}: title" if rij["Rubric Name"].to_s.length > 255
  fouten << "#{rij["Rubric Name"]}: a criterion without name" if rij["Criteria Name"].to_s.strip.empty?
  fouten << "#{rij["Criteria Name"]}: name" if rij["Criteria Name"].to_s.length > 255
  fouten << "#{rij["Criteria Name"]}: no ratings" if waarden.empty?
  fouten << "#{rij["Criteria Name"]}: a name twice" if waarden.map { |waarde| waarde[:naam] }.uniq.length < waarden.length
  fouten << "#{rij["Criteria Name"]}: points go up" if waarden.map { |waarde| -waarde[:punten] } != waarden.map { |waarde| -waarde[:punten] }.sort
  fouten << "#{rij["Criteria Name"]}: range" unless ["false", "0"].include?(rij["Criteria Enable Range"])
  rubrics[rij["Rubric Name"].to_s] << { naam: rij["Criteria Name"], omschrijving: rij["Criteria Description"], waarden: waarden }
end
fouten << "no rubrics" if rubrics.empty?

puts JSON.generate({ fouten: fouten, rubrics: rubrics })
